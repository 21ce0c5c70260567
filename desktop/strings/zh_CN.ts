<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="zh_CN">
    <context>
        <name>AbsencePart</name>
        <message>
            <source>Record an absence…</source>
            <translation>登记缺勤…</translation>
        </message>
        <message>
            <source>{name} stands in</source>
            <translation>由 {name} 代理</translation>
        </message>
        <message>
            <source>nobody stands in</source>
            <translation>没有代理人</translation>
        </message>
        <message>
            <source>Is back</source>
            <translation>已回岗</translation>
        </message>
        <message>
            <source>Not away after all</source>
            <translation>取消缺勤</translation>
        </message>
        <message numerus="yes">
            <source>%n hazards to fix</source>
            <translation>
                <numerusform>%n 条待整改隐患</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n inspections of their own</source>
            <translation>
                <numerusform>%n 项本人的巡检</numerusform>
            </translation>
        </message>
        <message>
            <source>Still with {name}: {what}.</source>
            <translation>仍在 {name} 名下：{what}。</translation>
        </message>
        <message>
            <source>{name} is asked for the inspections while standing in.</source>
            <translation>代理期间，这些巡检由 {name} 完成。</translation>
        </message>
        <message>
            <source>Hand the hazards to {name}</source>
            <translation>将隐患移交给 {name}</translation>
        </message>
        <message>
            <source>Hand the hazards on…</source>
            <translation>移交隐患…</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>New hazards go to the deputy, who also reviews in this person's place. A deputy has no deputy.</source>
            <translation>新隐患派给代理人，复核也由代理人代为进行。代理人不能再转代理。</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>The absence has been recorded.</source>
            <translation>缺勤已登记。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>From now on everything goes to {name} again.</source>
            <translation>从现在起仍由 {name} 处理。</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>All that {name} has to fix goes on; clocks run on.</source>
            <translation>{name} 名下的待整改隐患全部移交，时限照常计时。</translation>
        </message>
        <message>
            <source>Handed over.</source>
            <translation>已移交。</translation>
        </message>
    </context>
    <context>
        <name>AccessCard</name>
        <message>
            <source>Save the policy</source>
            <translation>保存门禁口径</translation>
        </message>
        <message>
            <source>Swipes tell where people go: they are kept no longer than needed. Devices are set up on the page of equipment and doors.</source>
            <translation>刷卡记录反映人员去向，只保留必要的天数。门禁设备在“设备与门禁”页设置。</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>请把每一项都填上。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>AccessPage</name>
        <message>
            <source>Emergency muster</source>
            <translation>紧急清点</translation>
        </message>
        <message>
            <source>Muster drill</source>
            <translation>清点演练</translation>
        </message>
        <message>
            <source>On the site</source>
            <translation>当前在场</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>进出记录</translation>
        </message>
        <message>
            <source>Behaviour</source>
            <translation>行为分析</translation>
        </message>
        <message>
            <source>Machines</source>
            <translation>机床</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>A muster goes on</source>
            <translation>正在清点</translation>
        </message>
    </context>
    <context>
        <name>AccountPanel</name>
        <message>
            <source>Single entries are seen by themselves, their leaders and the safety office.</source>
            <translation>明细仅本人、所属班组和部门负责人及安环部门可见。</translation>
        </message>
        <message>
            <source>Points by hand…</source>
            <translation>人工调整积分…</translation>
        </message>
        <message>
            <source>Can be spent</source>
            <translation>可用积分</translation>
        </message>
        <message>
            <source>Earned this month</source>
            <translation>本月获得</translation>
        </message>
        <message>
            <source>Place {place} this month</source>
            <translation>本月第 {place} 名</translation>
        </message>
        <message>
            <source>No entries yet.</source>
            <translation>还没有明细。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>{when} · {balance} left</source>
            <translation>{when} · 余额 {balance}</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
    </context>
    <context>
        <name>Address</name>
        <message>
            <source>Only this very computer can open this address. Phones can't: take the one in the network.</source>
            <translation>这个地址只有本机能打开，手机打不开；请改用厂内网络中的地址。</translation>
        </message>
        <message>
            <source>A bare number may belong to another machine tomorrow, and then every printed label is dead. Have the number fixed, or better a name set up.</source>
            <translation>IP 地址以后可能分给别的机器，到时印好的标签全部失效。请让 IT 固定这个地址，最好配一个域名。</translation>
        </message>
        <message>
            <source>Without https phones can take and send photos, but can't keep them while they have no network.</source>
            <translation>没有 https，手机仍能拍照上报，但断网时不能暂存。</translation>
        </message>
    </context>
    <context>
        <name>AddressForm</name>
        <message>
            <source>Address that phones open</source>
            <translation>手机访问地址</translation>
        </message>
        <message>
            <source>Use this address</source>
            <translation>使用这个地址</translation>
        </message>
        <message>
            <source>This computer: {address}</source>
            <translation>本机地址：{address}</translation>
        </message>
    </context>
    <context>
        <name>AgentPanel</name>
        <message>
            <source>New machine agent</source>
            <translation>新增采集代理</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message numerus="yes">
            <source>%n words of machines ran out of its buffer and are lost.</source>
            <translation>
                <numerusform>缓存溢出，丢失 %n 条机床状态。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It was restarted %n times.</source>
            <translation>
                <numerusform>代理重启过 %n 次。</numerusform>
            </translation>
        </message>
        <message>
            <source>Which line each machine is</source>
            <translation>机床属于哪条产线</translation>
        </message>
        <message>
            <source>as it is called</source>
            <translation>沿用代理里的名称</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>The agent has been added.</source>
            <translation>采集代理已新增。</translation>
        </message>
        <message>
            <source>The agent has been saved.</source>
            <translation>采集代理已保存。</translation>
        </message>
        <message>
            <source>Being asked…</source>
            <translation>正在查询…</translation>
        </message>
        <message>
            <source>The agent has been retired.</source>
            <translation>采集代理已停用。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>AlarmBar</name>
        <message>
            <source>Stop the sound</source>
            <translation>停止响铃</translation>
        </message>
        <message>
            <source>The hub has not answered since {since}. Alerts may reach nobody: tell people by phone.</source>
            <translation>服务端自 {since} 起没有回应，告警可能送不到人，请打电话通知。</translation>
        </message>
        <message>
            <source>Messages have not gone out since {since}. Alerts reach nobody: tell people by phone.</source>
            <translation>自 {since} 起消息发不出去，告警送不到人，请打电话通知。</translation>
        </message>
    </context>
    <context>
        <name>AlertPanel</name>
        <message>
            <source>How it came</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>Who was told when</source>
            <translation>谁在何时收到通知</translation>
        </message>
        <message>
            <source>Note, such as: stopped, looking into it</source>
            <translation>备注，例如：已停机，正在检查</translation>
        </message>
        <message>
            <source>Acknowledge: I will handle it</source>
            <translation>我已知道，马上处理</translation>
        </message>
        <message>
            <source>It is answered by someone it went to, or by the safety office.</source>
            <translation>由收到告警的人或安全部门确认。</translation>
        </message>
        <message>
            <source>Answered. Others see that you take care.</source>
            <translation>已确认，其他人会看到由您处理。</translation>
        </message>
        <message>
            <source>Your answer has reached the hub.</source>
            <translation>服务端已收到您的决定。</translation>
        </message>
    </context>
    <context>
        <name>Alerts</name>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Shelved, nobody told</source>
            <translation>搁置中，未通知</translation>
        </message>
        <message>
            <source>Waits for an answer</source>
            <translation>等待确认</translation>
        </message>
        <message>
            <source>Over, not answered</source>
            <translation>已解除，未确认</translation>
        </message>
        <message>
            <source>Answered, still so</source>
            <translation>已确认，仍未解除</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已结束</translation>
        </message>
    </context>
    <context>
        <name>AlertsPage</name>
        <message>
            <source>Not delivered…</source>
            <translation>未送达…</translation>
        </message>
        <message>
            <source>Drills…</source>
            <translation>演练…</translation>
        </message>
        <message>
            <source>When a rule finds something, it stands here until a person has answered.</source>
            <translation>规则发现问题时会显示在这里，直到有人确认。</translation>
        </message>
        <message>
            <source>No alerts now</source>
            <translation>现在没有告警</translation>
        </message>
        <message>
            <source>now {n}</source>
            <translation>当前 {n}</translation>
        </message>
        <message>
            <source>acknowledged {n}</source>
            <translation>已确认 {n}</translation>
        </message>
        <message>
            <source>shelved {n}</source>
            <translation>搁置 {n}</translation>
        </message>
        <message>
            <source>all {n}</source>
            <translation>全部 {n}</translation>
        </message>
        <message numerus="yes">
            <source>%n wait for an answer</source>
            <translation>
                <numerusform>%n 条等待确认</numerusform>
            </translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
    </context>
    <context>
        <name>Aligning</name>
        <message>
            <source>As they are</source>
            <translation>不对齐直接比</translation>
        </message>
        <message>
            <source>Compare without aligning: both photos were taken from the same place</source>
            <translation>两张照片站位相同时，可不对齐直接比较</translation>
        </message>
        <message>
            <source>Align anew</source>
            <translation>重新对齐</translation>
        </message>
        <message>
            <source>The photos are being compared…</source>
            <translation>正在比较…</translation>
        </message>
        <message>
            <source>Coloured is what is different: {percent} % of what both photos show.</source>
            <translation>有颜色处为差异，占共同画面的 {percent} %。</translation>
        </message>
        <message>
            <source>Click a place in the photo before that can be seen in both: a corner, a bolt.</source>
            <translation>在整改前照片上点一处两张都有的位置，如边角、螺栓。</translation>
        </message>
        <message>
            <source>Click the same place in the photo after.</source>
            <translation>在整改后照片上点同一位置。</translation>
        </message>
        <message>
            <source>Click a second place in the photo before, far from the first.</source>
            <translation>在整改前照片上点第二处，离第一处远些。</translation>
        </message>
        <message>
            <source>Click that second place in the photo after.</source>
            <translation>在整改后照片上点同样的第二处。</translation>
        </message>
    </context>
    <context>
        <name>AlongDialog</name>
        <message>
            <source>Take with me</source>
            <translation>带走</translation>
        </message>
        <message>
            <source>How far back</source>
            <translation>往前多久</translation>
        </message>
        <message numerus="yes">
            <source>%n months</source>
            <translation>
                <numerusform>%n 个月</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep until</source>
            <translation>保留到</translation>
        </message>
        <message>
            <source>Photos of hazards and inspections</source>
            <translation>隐患和巡检的照片</translation>
        </message>
        <message>
            <source>How much of it is here</source>
            <translation>已取到多少</translation>
        </message>
        <message>
            <source>Fetch it</source>
            <translation>取到本机</translation>
        </message>
        <message>
            <source>Stop fetching</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Records are always on this computer. What is ticked here is fetched as well, so that it can be seen on the road. Fetching goes on by itself whenever the hub can be reached.</source>
            <translation>各种记录本来就在这台电脑上。这里选中的照片和更早的追溯记录也会取来，路上就能看。只要连得上中心，就会自动接着取。</translation>
        </message>
        <message>
            <source>Floors (none ticked: all)</source>
            <translation>楼层（不勾选即全部）</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Floors</source>
            <translation>楼层</translation>
        </message>
        <message>
            <source>{photos} photos and drawings, {here} of them are here; about {size} are still to come.</source>
            <translation>共 {photos} 张照片和图纸，已有 {here} 张，还要取约 {size}。</translation>
        </message>
        <message>
            <source>{photos} photos and drawings, all of them are here.</source>
            <translation>共 {photos} 张照片和图纸，全部在本机。</translation>
        </message>
        <message>
            <source>The journal is here from its first entry on.</source>
            <translation>追溯记录从第一条起都在本机。</translation>
        </message>
        <message>
            <source>The journal is here from {day} on.</source>
            <translation>追溯记录从 {day} 起在本机。</translation>
        </message>
        <message>
            <source>Kept until {day}.</source>
            <translation>保留到 {day}。</translation>
        </message>
        <message>
            <source>All of it is here: you can leave.</source>
            <translation>全部取到，可以出发了。</translation>
        </message>
        <message>
            <source>The hub is out of reach; it goes on when it is there again.</source>
            <translation>现在连不上中心，连上后自动接着取。</translation>
        </message>
        <message>
            <source>It is being fetched.</source>
            <translation>正在取。</translation>
        </message>
    </context>
    <context>
        <name>AnalysisView</name>
        <message>
            <source>By team (count · share so far)</source>
            <translation>按班组（条 · 累计占比）</translation>
        </message>
        <message>
            <source>Again in the same place within 30 days</source>
            <translation>30 天内在同一处再次出现</translation>
        </message>
        <message>
            <source>By equipment (count · share so far)</source>
            <translation>按设备（条 · 累计占比）</translation>
        </message>
        <message>
            <source>How far they have come</source>
            <translation>进展到哪一步（条）</translation>
        </message>
        <message>
            <source>Open now, by age</source>
            <translation>目前未闭环，按时长（条）</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>条数</translation>
        </message>
        <message>
            <source>Per 1,000 person-hours</source>
            <translation>每千工时</translation>
        </message>
    </context>
    <context>
        <name>AnswerList</name>
        <message>
            <source>Made by version {n} of '{name}', as it was then; today it is version {newest}.</source>
            <translation>按“{name}”第 {n} 版填写，这里是当时的样子；现在已是第 {newest} 版。</translation>
        </message>
        <message>
            <source>Made by version {n} of '{name}'.</source>
            <translation>按“{name}”第 {n} 版填写。</translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>没有填写</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>{what} · {about}: {why}</source>
            <translation>{what} · {about}：{why}</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>还有 %n 条。</numerusform>
            </translation>
        </message>
        <message>
            <source>Your review of {number} counted as the first; the second is still needed.</source>
            <translation>您对 {number} 的复核计为初核，还需终核。</translation>
        </message>
        <message>
            <source>Your review of {number} counted as the second: the hazard is closed.</source>
            <translation>您对 {number} 的复核计为终核，隐患已闭环。</translation>
        </message>
        <message>
            <source>Your approval of {number} is kept, but your role had been withdrawn by then: another must review it.</source>
            <translation>您对 {number} 的通过已保存，但送到前您的角色已被撤销：需另一人复核。</translation>
        </message>
        <message>
            <source>Your review of {number} counted as the first; the second has closed the hazard.</source>
            <translation>您对 {number} 的复核计为初核；终核也已通过，隐患已闭环。</translation>
        </message>
    </context>
    <context>
        <name>ApplyForm</name>
        <message>
            <source>Choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>The plant's own people</source>
            <translation>本厂人员</translation>
        </message>
        <message>
            <source>At this level a permit holds for {hours} h at most.</source>
            <translation>这一级别的作业票最长有效 {hours} 小时。</translation>
        </message>
    </context>
    <context>
        <name>AsText</name>
        <message>
            <source>The rule as JSON</source>
            <translation>规则的 JSON 文本</translation>
        </message>
        <message>
            <source>JSON, as 'anhuan rules check' takes it; 'anhuan rules schema' prints its schema.</source>
            <translation>JSON 文本，与 anhuan rules check 所用相同；anhuan rules schema 输出它的模式。</translation>
        </message>
        <message>
            <source>No JSON yet: see line {n}.</source>
            <translation>还不是 JSON：见第 {n} 行。</translation>
        </message>
    </context>
    <context>
        <name>Asked</name>
        <message>
            <source>A drill of alerts went to you {when}</source>
            <translation>{when} 给您发了一次告警演练</translation>
        </message>
        <message>
            <source>It has come</source>
            <translation>已收到</translation>
        </message>
        <message>
            <source>Acknowledged. Thank you.</source>
            <translation>已确认，谢谢。</translation>
        </message>
    </context>
    <context>
        <name>BackupsCard</name>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Cancel the backup</source>
            <translation>取消备份</translation>
        </message>
        <message>
            <source>Try a restore</source>
            <translation>试恢复</translation>
        </message>
        <message>
            <source>Save the plan</source>
            <translation>保存计划</translation>
        </message>
        <message>
            <source>A backup holds the whole plant but passwords for other services. Each is read again when it is written; a trial puts it back beside the plant, checks the chain and every photo, and leaves nothing.</source>
            <translation>备份包含整个工厂的数据（不含其他服务的密码），写完即重读核对。试恢复会把备份还原到临时文件夹，核对整条记录链和每张照片，不影响现有数据，完成后自动清除。</translation>
        </message>
        <message>
            <source>There is no backup yet</source>
            <translation>还没有备份</translation>
        </message>
        <message>
            <source>Last good backup: {when}, {size}</source>
            <translation>上次完好的备份：{when}，{size}</translation>
        </message>
        <message numerus="yes">
            <source>%n photos were missing</source>
            <translation>
                <numerusform>缺 %n 张照片</numerusform>
            </translation>
        </message>
        <message>
            <source>Next: {when}</source>
            <translation>下次：{when}</translation>
        </message>
        <message>
            <source>None is made by itself: press the button to make one.</source>
            <translation>现在不自动备份，需要时请按按钮。</translation>
        </message>
        <message>
            <source>Folder on the hub's machine: {folder}</source>
            <translation>中心电脑上的文件夹：{folder}</translation>
        </message>
        <message>
            <source>It is on the plant's own disk: if that breaks, the backups go with it.</source>
            <translation>备份和工厂数据在同一块磁盘上：磁盘坏了，备份也会一起丢失。请改到另一块磁盘或网络文件夹。</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>请把每一项都填上。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>BadgeCard</name>
        <message>
            <source>How often for the first step; {second} times as often for the second, {third} for the third.</source>
            <translation>下列为首级所需次数，第二级为其 {second} 倍，第三级为其 {third} 倍。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>BagBar</name>
        <message>
            <source>Clause map and comments</source>
            <translation>条款对照与意见</translation>
        </message>
        <message>
            <source>Audit bag · {plant}</source>
            <translation>迎检包 · {plant}</translation>
        </message>
        <message>
            <source>Sealed audit bag</source>
            <translation>已封的迎检包</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} 至 {last}</translation>
        </message>
        <message>
            <source>names left out</source>
            <translation>不含姓名</translation>
        </message>
        <message>
            <source>made {when}</source>
            <translation>{when} 制作</translation>
        </message>
        <message>
            <source>Whole: nothing has been changed since it was sealed. Seal {seal}…</source>
            <translation>完整：封好以后没有任何改动。封印 {seal}…</translation>
        </message>
        <message numerus="yes">
            <source>Not whole: %n findings. What is shown may not be what was sealed.</source>
            <translation>
                <numerusform>不完整：发现 %n 处改动。看到的内容可能不是当初封好的。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BagDesk</name>
        <message>
            <source>Clause map and comments</source>
            <translation>条款对照与意见</translation>
        </message>
        <message>
            <source>What the comment is on</source>
            <translation>意见针对什么</translation>
        </message>
        <message>
            <source>The whole bag</source>
            <translation>整个迎检包</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Your comment</source>
            <translation>写下意见</translation>
        </message>
        <message>
            <source>Who says so: name or organisation</source>
            <translation>提出人：姓名或单位</translation>
        </message>
        <message>
            <source>Add the comment</source>
            <translation>添加意见</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>撤掉</translation>
        </message>
        <message>
            <source>Comments are kept in a file beside the bag; the bag itself is not touched. Taken back to a console of the plant they become part of its journal.</source>
            <translation>意见存在迎检包旁边的文件里，迎检包本身不会改动。带回工厂的电脑后，意见会记入追溯记录。</translation>
        </message>
        <message>
            <source>Clause map</source>
            <translation>条款对照表</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>还有 %n 条。</numerusform>
            </translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>条款</translation>
        </message>
        <message>
            <source>Evidence in the records</source>
            <translation>记录中的证据</translation>
        </message>
        <message>
            <source>Newest</source>
            <translation>最近一条</translation>
        </message>
        <message numerus="yes">
            <source>%n letters too many.</source>
            <translation>
                <numerusform>多了 %n 个字。</numerusform>
            </translation>
        </message>
        <message>
            <source>The comment could not be kept: {why}</source>
            <translation>意见没有存下：{why}</translation>
        </message>
    </context>
    <context>
        <name>BagDialog</name>
        <message>
            <source>Audit bag</source>
            <translation>迎检包</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>第一天</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Leave out people's names, numbers and addresses</source>
            <translation>不写人员的姓名、工号和联系方式</translation>
        </message>
        <message>
            <source>With the photos of hazards and inspections</source>
            <translation>放入隐患和巡检的照片</translation>
        </message>
        <message>
            <source>How much of the bag is written</source>
            <translation>迎检包已写出多少</translation>
        </message>
        <message>
            <source>Make the bag…</source>
            <translation>制作迎检包…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>One file with records, photos, the hazard ledger, the clause map of GB/T 33000 and ISO 45001, and the stretch of the journal that vouches for it. It opens in this program without network and hub, and can't be changed.</source>
            <translation>一个文件，包含记录、照片、隐患台账、GB/T 33000 与 ISO 45001 条款对照表，以及为其作证的追溯记录。不需要网络和中心，用本程序就能打开，只能看不能改。</translation>
        </message>
        <message>
            <source>Zones (none ticked: all)</source>
            <translation>区域（不勾选即全部）</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>About {size}: {hazards} hazards, {rounds} inspections, {alerts} alerts, {entries} entries, {photos} photos</source>
            <translation>约 {size}：隐患 {hazards} 个，巡检 {rounds} 次，告警 {alerts} 条，追溯记录 {entries} 条，照片 {photos} 张</translation>
        </message>
        <message numerus="yes">
            <source>%n of the photos are still at the hub; they are fetched while the bag is made.</source>
            <translation>
                <numerusform>有 %n 张照片还在中心，制作时会取来。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the photos are not on this computer and will be missing: the hub is out of reach.</source>
            <translation>
                <numerusform>有 %n 张照片不在这台电脑上，现在连不上中心，包里会缺这些照片。</numerusform>
            </translation>
        </message>
        <message>
            <source>The journal on this computer begins on {day}; older entries can be fetched on the journal page.</source>
            <translation>这台电脑上的追溯记录从 {day} 开始，更早的可以在追溯页取来。</translation>
        </message>
        <message>
            <source>Save the audit bag</source>
            <translation>保存迎检包</translation>
        </message>
        <message>
            <source>{file} is made, {size}. Seal {seal}…</source>
            <translation>已制作 {file}，{size}。封印 {seal}…</translation>
        </message>
        <message numerus="yes">
            <source>%n photos could not be had and are missing.</source>
            <translation>
                <numerusform>有 %n 张照片取不到，没有放进去。</numerusform>
            </translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>文件没有写成：{why}</translation>
        </message>
    </context>
    <context>
        <name>Beginning</name>
        <message>
            <source>Begin with what comes nearest; every block can be changed afterwards.</source>
            <translation>选一个最接近的开始，之后每一块都可以改。</translation>
        </message>
        <message>
            <source>The rule in one line</source>
            <translation>用一句话写规则</translation>
        </message>
        <message>
            <source>e.g. compressor temperature above 90 for 15 min</source>
            <translation>例如：空压机温度 高于 90 持续 15 分钟</translation>
        </message>
        <message>
            <source>Go on with what was not saved</source>
            <translation>继续上次没有保存的</translation>
        </message>
        <message>
            <source>An empty rule</source>
            <translation>空白规则</translation>
        </message>
    </context>
    <context>
        <name>BlankDialog</name>
        <message>
            <source>Blank labels</source>
            <translation>空白标签</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>张数</translation>
        </message>
        <message>
            <source>Each has a code and no zone yet. Put it up, scan it with a phone, sign in and choose the zone: from then on it is that zone's label. A team leader, the safety office or whoever answers for the zone can do so, also without a network.</source>
            <translation>每张有自己的码，还没有区域。贴好后用手机扫它，登录并选择区域，它就成为那个区域的标签。班组长、安全管理人员或区域责任主管都可以绑定，没有网络也行。</translation>
        </message>
        <message>
            <source>on {paper}</source>
            <translation>用 {paper}</translation>
        </message>
        <message>
            <source>Where to…</source>
            <translation>打到哪里…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message numerus="yes">
            <source>%n blank labels hang nowhere yet</source>
            <translation>
                <numerusform>%n 张空白标签还没有绑定</numerusform>
            </translation>
        </message>
        <message>
            <source>printed {day}</source>
            <translation>{day} 打印</translation>
        </message>
        <message>
            <source>Lost: revoke</source>
            <translation>丢了，作废</translation>
        </message>
    </context>
    <context>
        <name>BlockMenu</name>
        <message>
            <source>Duplicate (Ctrl+D)</source>
            <translation>复制一份（Ctrl+D）</translation>
        </message>
        <message>
            <source>Move up (Alt+↑)</source>
            <translation>上移（Alt+↑）</translation>
        </message>
        <message>
            <source>Move down (Alt+↓)</source>
            <translation>下移（Alt+↓）</translation>
        </message>
        <message>
            <source>Put within: {joint}</source>
            <translation>放进：{joint}</translation>
        </message>
        <message>
            <source>Take the parts out</source>
            <translation>拆开</translation>
        </message>
        <message>
            <source>Make it: {joint}</source>
            <translation>改为：{joint}</translation>
        </message>
        <message>
            <source>Remove (Del)</source>
            <translation>删除（Del）</translation>
        </message>
    </context>
    <context>
        <name>BlockPalette</name>
        <message>
            <source>Blocks to choose from</source>
            <translation>可选条件与动作</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>The day before</source>
            <translation>前一天</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>后一天</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>One plan</source>
            <translation>只看一个计划</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
    </context>
    <context>
        <name>BookBar</name>
        <message>
            <source>Save as Excel…</source>
            <translation>另存为 Excel…</translation>
        </message>
    </context>
    <context>
        <name>BoundsDialog</name>
        <message>
            <source>LEC (D)</source>
            <translation>LEC（D 值）</translation>
        </message>
        <message>
            <source>LS, JHA and SCL (R)</source>
            <translation>LS、JHA、SCL（R 值）</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>The usual ones</source>
            <translation>恢复通用界限</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>They hold from now on, for all risk points. Earlier ones stay in the journal with their dates.</source>
            <translation>保存后对全部风险点立即生效；以前的界限连同日期留在追溯中。</translation>
        </message>
        <message numerus="yes">
            <source>%n risk points would get another level.</source>
            <translation>
                <numerusform>将有 %n 个风险点变更等级。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Bringing</name>
        <message>
            <source>Bringing the plant to this computer…</source>
            <translation>正在把工厂数据取到这台电脑…</translation>
        </message>
    </context>
    <context>
        <name>BrokerCard</name>
        <message>
            <source>No process of the hub looks after the sensors now; their readings wait at the broker.</source>
            <translation>目前没有中心进程在接收传感器数据；读数保留在消息服务器上。</translation>
        </message>
        <message>
            <source>The hub does not reach the broker: {why}</source>
            <translation>服务端连不上消息服务器：{why}</translation>
        </message>
        <message>
            <source>The hub is connected to the broker.</source>
            <translation>服务端已连上消息服务器。</translation>
        </message>
        <message numerus="yes">
            <source>%n readings since it started, the last {when}.</source>
            <translation>
                <numerusform>启动以来收到 %n 条读数，最近一次 {when}。</numerusform>
            </translation>
        </message>
        <message>
            <source>Not taken lately: {sensor}. {why}</source>
            <translation>最近没有接收：{sensor}。{why}</translation>
        </message>
    </context>
    <context>
        <name>ByHandForm</name>
        <message>
            <source>Points below 0 are taken. Somebody else has to approve it, who is not the one it is for.</source>
            <translation>负数为扣减。须由另一个人批准，且不能是本人。</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>提出</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Proposed; it waits for the EHS manager.</source>
            <translation>已提出，等待 EHS 经理批准。</translation>
        </message>
    </context>
    <context>
        <name>ByHandList</name>
        <message>
            <source>Choose somebody in the ranking to propose points by hand. Somebody else approves it.</source>
            <translation>在积分榜中选择人员，即可提出调整，由另一个人批准。</translation>
        </message>
        <message>
            <source>Nothing was proposed by hand</source>
            <translation>没有人工调整</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
    </context>
    <context>
        <name>Canvas</name>
        <message>
            <source>The rule, block by block</source>
            <translation>规则的条件与动作</translation>
        </message>
        <message>
            <source>Drag a condition here, or press one at the left.</source>
            <translation>把条件拖到这里，或点左边的条件。</translation>
        </message>
        <message>
            <source>If</source>
            <translation>如果</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>那么</translation>
        </message>
        <message>
            <source>Drag here what is to be done, such as an alert.</source>
            <translation>把要做的事拖到这里，例如告警。</translation>
        </message>
        <message>
            <source>Drag conditions in here.</source>
            <translation>把条件拖进来。</translation>
        </message>
    </context>
    <context>
        <name>Cards</name>
        <message>
            <source>none before</source>
            <translation>对比期没有</translation>
        </message>
        <message>
            <source>{change} · before {was}</source>
            <translation>{change} · 对比期 {was}</translation>
        </message>
    </context>
    <context>
        <name>CardsPart</name>
        <message>
            <source>Show the cards</source>
            <translation>查看门禁卡</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>No card is theirs.</source>
            <translation>名下没有门禁卡。</translation>
        </message>
        <message>
            <source>The card opens nothing in their name any more.</source>
            <translation>这张卡不再归其名下。</translation>
        </message>
    </context>
    <context>
        <name>CategoryCard</name>
        <message>
            <source>In hours. Where both are given, the shorter one of category and zone class holds.</source>
            <translation>单位：小时。隐患类别和区域类别都有时限时，以较短的为准。</translation>
        </message>
        <message>
            <source>Save the times</source>
            <translation>保存时限</translation>
        </message>
        <message>
            <source>as the zone's class</source>
            <translation>按区域类别</translation>
        </message>
        <message>
            <source>{category}: please give {least} to {most} hours.</source>
            <translation>{category}：请填 {least} 到 {most} 小时。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>CellPanel</name>
        <message>
            <source>Row {n}</source>
            <translation>第 {n} 行</translation>
        </message>
        <message numerus="yes">
            <source>Next to mend (%n)</source>
            <translation>
                <numerusform>下一处待修（%n）</numerusform>
            </translation>
        </message>
        <message>
            <source>As it came</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>Put it back as it came</source>
            <translation>恢复原文</translation>
        </message>
        <message>
            <source>In its place</source>
            <translation>改为</translation>
        </message>
        <message numerus="yes">
            <source>In all %n cells that say this</source>
            <translation>
                <numerusform>这样写的 %n 个单元格都改</numerusform>
            </translation>
        </message>
        <message>
            <source>Put it in place</source>
            <translation>改成这样</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>请选择…</translation>
        </message>
        <message>
            <source>In the same row</source>
            <translation>同一行里</translation>
        </message>
    </context>
    <context>
        <name>ChangePanel</name>
        <message>
            <source>Send changed</source>
            <translation>按修改发送</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>ChannelsCard</name>
        <message>
            <source>Each person is told by the first way that reaches them; when it fails, by the next. SMS and gateways are used for urgent alerts only. E-mail comes last.</source>
            <translation>按顺序用第一个能联系到本人的渠道通知，失败时改用下一个。短信和网关只用于紧急告警，邮件在最后。</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>not in use</source>
            <translation>未使用</translation>
        </message>
        <message>
            <source>not set up</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>Send a test</source>
            <translation>发送测试</translation>
        </message>
        <message>
            <source>Set up…</source>
            <translation>设置…</translation>
        </message>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>不填则沿用现有密码</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Save the channel</source>
            <translation>保存渠道</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Acknowledging by a reply</source>
            <translation>回复确认</translation>
        </message>
        <message>
            <source>So that an alert can be acknowledged by replying in DingTalk, the application gets a robot there that receives messages by HTTP at this address; its secret above is all that is needed. OK acknowledges what waits; where several wait, OK with the number.</source>
            <translation>要在钉钉里直接回复确认告警，请在钉钉开发者后台为该应用添加机器人，消息接收模式选“HTTP 模式”，地址填这一个；上面的应用密钥即可验签，不用再填别的。回复“收到”即确认；有多条待确认时，回复“收到”加编号。</translation>
        </message>
        <message>
            <source>Address as Apprise writes it, such as tgram://token/chat. It says no more than yes or no</source>
            <translation>Apprise 格式的地址，例如 tgram://token/chat。它只回答成功或失败</translation>
        </message>
        <message>
            <source>Token in the robot's address; after a space, its signing secret if it has one</source>
            <translation>机器人地址中的令牌；如有加签密钥，用空格隔开写在后面</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>The channel has been saved.</source>
            <translation>渠道已保存。</translation>
        </message>
        <message>
            <source>The test message was accepted. Look whether it has arrived.</source>
            <translation>测试消息已被接收，请看是否收到。</translation>
        </message>
        <message>
            <source>The test message did not go: {why} {answer}</source>
            <translation>测试消息没有发出：{why} {answer}</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>Nothing in this period</source>
            <translation>这段时间没有</translation>
        </message>
        <message>
            <source>Copy as picture</source>
            <translation>复制为图片</translation>
        </message>
        <message>
            <source>Copy as table</source>
            <translation>复制为表格</translation>
        </message>
        <message>
            <source>Save as Excel…</source>
            <translation>另存为 Excel…</translation>
        </message>
    </context>
    <context>
        <name>ChartBook</name>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Save as Excel</source>
            <translation>另存为 Excel</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>文件没有写成：{why}</translation>
        </message>
        <message numerus="yes">
            <source>%n rows saved.</source>
            <translation>
                <numerusform>已保存 %n 行。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CheckAnswers</name>
        <message numerus="yes">
            <source>%n photos</source>
            <translation>
                <numerusform>%n 张照片</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChecklistEditor</name>
        <message>
            <source>Checklists</source>
            <translation>检查表</translation>
        </message>
        <message>
            <source>What the checklist is called</source>
            <translation>检查表名称</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>撤销（Ctrl+Z）</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Y)</source>
            <translation>重做（Ctrl+Y）</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>放弃修改</translation>
        </message>
        <message>
            <source>Save as a new version</source>
            <translation>存为新版本</translation>
        </message>
        <message>
            <source>The chosen item</source>
            <translation>所选检查项</translation>
        </message>
        <message>
            <source>Paste from Excel</source>
            <translation>从 Excel 粘贴</translation>
        </message>
        <message>
            <source>Rows copied in Excel: text, kind, from, to, unit, choices, hint (Ctrl+V)</source>
            <translation>粘贴在 Excel 中复制的行：检查内容、填写方式、下限、上限、单位、选项、提示（Ctrl+V）</translation>
        </message>
        <message>
            <source>Items, in their order</source>
            <translation>检查项（按顺序）</translation>
        </message>
        <message>
            <source>On the phone</source>
            <translation>手机上的样子</translation>
        </message>
        <message>
            <source>Every hazard is asked this beside the rest, on phones and at the desk.</source>
            <translation>每条隐患上报时都会问这些，手机上和办公室都一样。</translation>
        </message>
        <message>
            <source>Every check-in is asked this after its checklist, on phones and at the desk.</source>
            <translation>每次打卡在检查表之后都会问这些，手机上和办公室都一样。</translation>
        </message>
        <message>
            <source>What was not saved the last time is here again.</source>
            <translation>上次没保存的修改还在，已为您恢复。</translation>
        </message>
        <message>
            <source>Meanwhile version {n} has been made; saving puts yours in its place, and both stay.</source>
            <translation>这期间已有第 {n} 版；保存后以您的为准，两个版本都会保留。</translation>
        </message>
        <message>
            <source>In use by: {plans}. What was checked by older versions keeps its form.</source>
            <translation>正在使用的计划：{plans}。以前按旧版本检查的记录仍显示当时的样子。</translation>
        </message>
        <message numerus="yes">
            <source>%n items pasted.</source>
            <translation>
                <numerusform>已粘贴 %n 项。</numerusform>
            </translation>
        </message>
        <message>
            <source>The changes are discarded.</source>
            <translation>已放弃修改。</translation>
        </message>
        <message>
            <source>Save the checklist</source>
            <translation>保存检查表</translation>
        </message>
        <message>
            <source>Save the fields</source>
            <translation>保存附加字段</translation>
        </message>
        <message>
            <source>Saved. Phones show it from the next check-in on.</source>
            <translation>已保存，手机下次打卡起就是新的。</translation>
        </message>
        <message>
            <source>Saved. It is asked from the next report on.</source>
            <translation>已保存，从下一条上报起就会问到。</translation>
        </message>
        <message>
            <source>The checklist needs a name.</source>
            <translation>请给检查表起个名称。</translation>
        </message>
        <message>
            <source>Item {n} has no text yet.</source>
            <translation>第 {n} 项还没写检查内容。</translation>
        </message>
    </context>
    <context>
        <name>ChecklistPanel</name>
        <message>
            <source>Retired: offered no more.</source>
            <translation>已停用，不再提供。</translation>
        </message>
        <message>
            <source>In use by: {plans}</source>
            <translation>正在使用的计划：{plans}</translation>
        </message>
        <message>
            <source>No plan uses it; phones offer it for extra rounds where no plan has a form.</source>
            <translation>还没有计划使用；没有计划的地方，额外巡检时手机会提供它。</translation>
        </message>
        <message numerus="yes">
            <source>%n items</source>
            <translation>
                <numerusform>%n 个检查项</numerusform>
            </translation>
        </message>
        <message>
            <source>Last check-ins</source>
            <translation>最近的打卡</translation>
        </message>
        <message>
            <source>{place} · {when} · version {n}</source>
            <translation>{place} · {when} · 第 {n} 版</translation>
        </message>
        <message>
            <source>Nobody has checked in by it yet.</source>
            <translation>还没有人用它打卡。</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Version {n} · {who} · {when}</source>
            <translation>第 {n} 版 · {who} · {when}</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Use it again</source>
            <translation>重新启用</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Plans use it; give them another checklist first</source>
            <translation>有计划在用，请先给计划换一张检查表</translation>
        </message>
        <message>
            <source>Version {n}, as it was</source>
            <translation>第 {n} 版（当时的样子）</translation>
        </message>
        <message>
            <source>Go back to this version</source>
            <translation>恢复成这一版</translation>
        </message>
        <message>
            <source>Ready checklists</source>
            <translation>现成检查表</translation>
        </message>
        <message>
            <source>Made for a machining works. Take one, then change what is otherwise in your plant.</source>
            <translation>为机加工企业准备。拿来就是您的，再按本厂情况修改。</translation>
        </message>
        <message>
            <source>Make mine</source>
            <translation>拿来用</translation>
        </message>
        <message>
            <source>'{name}' is one of your checklists now.</source>
            <translation>“{name}”已加入您的检查表。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>It is again as version {n} was.</source>
            <translation>已恢复成第 {n} 版的内容。</translation>
        </message>
        <message>
            <source>The checklist is retired.</source>
            <translation>检查表已停用。</translation>
        </message>
        <message>
            <source>The checklist is offered again.</source>
            <translation>检查表已重新启用。</translation>
        </message>
    </context>
    <context>
        <name>Checklists</name>
        <message>
            <source>version {n}</source>
            <translation>第 {n} 版</translation>
        </message>
        <message>
            <source>'{before}' is now '{text}'</source>
            <translation>“{before}”改为“{text}”</translation>
        </message>
        <message>
            <source>Called '{text}', before '{before}'</source>
            <translation>由“{before}”改名为“{text}”</translation>
        </message>
        <message>
            <source>New: {text}</source>
            <translation>新增：{text}</translation>
        </message>
        <message>
            <source>Gone: {text}</source>
            <translation>删去：{text}</translation>
        </message>
        <message>
            <source>Asked otherwise: {text}</source>
            <translation>填写要求有变：{text}</translation>
        </message>
        <message>
            <source>Moved: {text}</source>
            <translation>换了位置：{text}</translation>
        </message>
    </context>
    <context>
        <name>ChecklistsPage</name>
        <message>
            <source>New checklist</source>
            <translation>新建检查表</translation>
        </message>
        <message>
            <source>Ready checklists</source>
            <translation>现成检查表</translation>
        </message>
        <message>
            <source>Extra fields of hazards</source>
            <translation>隐患的附加字段</translation>
        </message>
        <message>
            <source>Extra fields of inspections</source>
            <translation>巡检的附加字段</translation>
        </message>
        <message>
            <source>Also retired ones</source>
            <translation>含已停用的</translation>
        </message>
        <message>
            <source>A checklist says what is looked at on a round. Take a ready one, or make your own.</source>
            <translation>检查表规定巡检时看什么。可以拿一张现成的，也可以自己做。</translation>
        </message>
        <message>
            <source>No checklists yet</source>
            <translation>还没有检查表</translation>
        </message>
        <message>
            <source>Extra fields</source>
            <translation>附加字段</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>继续编辑</translation>
        </message>
        <message>
            <source>A new checklist was begun and is not saved yet.</source>
            <translation>有一张新检查表做到一半，还没保存。</translation>
        </message>
        <message numerus="yes">
            <source>%n checklists</source>
            <translation>
                <numerusform>%n 张检查表</numerusform>
            </translation>
        </message>
        <message>
            <source>retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>changes not saved</source>
            <translation>有未保存的修改</translation>
        </message>
        <message>
            <source>For what</source>
            <translation>检查对象</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>检查项</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Used by plans</source>
            <translation>使用它的计划</translation>
        </message>
    </context>
    <context>
        <name>Chips</name>
        <message>
            <source>{status}: bring these zones forward</source>
            <translation>{status}：突出显示这些区域</translation>
        </message>
    </context>
    <context>
        <name>CodesDialog</name>
        <message>
            <source>Accident codes</source>
            <translation>事故类别编码</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>标准版本</translation>
        </message>
        <message>
            <source>In force from, e.g. 2026-12-31</source>
            <translation>实施日期，例如 2026-12-31</translation>
        </message>
        <message>
            <source>checked against the published text</source>
            <translation>已核对标准原文</translation>
        </message>
        <message>
            <source>Only what is checked is printed, from the day from which it holds.</source>
            <translation>只有核对过的版本从实施日起用于打印。</translation>
        </message>
        <message>
            <source>Save the edition</source>
            <translation>保存版本</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Type here</source>
            <translation>本系统类别</translation>
        </message>
        <message>
            <source>Code in the edition</source>
            <translation>标准编码</translation>
        </message>
        <message>
            <source>Name in the edition</source>
            <translation>标准中的名称</translation>
        </message>
        <message>
            <source>Other editions</source>
            <translation>其他版本</translation>
        </message>
        <message>
            <source>A day is written like 2026-12-31.</source>
            <translation>日期写成 2026-12-31 的样子。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>Colouring</name>
        <message>
            <source>Live status</source>
            <translation>实时状态</translation>
        </message>
        <message>
            <source>Colours say how things stand now (L)</source>
            <translation>颜色表示当前状态（L）</translation>
        </message>
        <message>
            <source>Four colours</source>
            <translation>四色图</translation>
        </message>
        <message>
            <source>Colours say how great the risk is (L)</source>
            <translation>颜色表示风险等级（L）</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Colours say the risk, hatching the status (L)</source>
            <translation>颜色表示风险等级，斜线表示状态（L）</translation>
        </message>
    </context>
    <context>
        <name>ColumnsPanel</name>
        <message>
            <source>Columns</source>
            <translation>列对应</translation>
        </message>
        <message>
            <source>Still needed: {fields}. Say which column has it.</source>
            <translation>还缺：{fields}。请指出在哪一列。</translation>
        </message>
        <message>
            <source>Kept for every workbook with the same headings.</source>
            <translation>表头相同的工作簿以后都按此对应。</translation>
        </message>
        <message>
            <source>not used</source>
            <translation>不用</translation>
        </message>
    </context>
    <context>
        <name>CompanyPanel</name>
        <message>
            <source>New contractor</source>
            <translation>新承包商</translation>
        </message>
        <message>
            <source>Add the contractor</source>
            <translation>保存承包商</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>未指定人员</translation>
        </message>
        <message>
            <source>On the black list: {reason}</source>
            <translation>已列入黑名单：{reason}</translation>
        </message>
        <message>
            <source>Qualifications and insurance</source>
            <translation>资质与保险</translation>
        </message>
        <message>
            <source>valid until {day}</source>
            <translation>有效期至 {day}</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>None yet.</source>
            <translation>还没有。</translation>
        </message>
        <message>
            <source>Add the paper</source>
            <translation>登记证照</translation>
        </message>
        <message>
            <source>Score {score} of 100</source>
            <translation>评分 {score} / 100</translation>
        </message>
        <message>
            <source>General hazards: {general} · major: {major} · work stopped: {stopped}</source>
            <translation>一般隐患 {general} · 重大隐患 {major} · 作业被叫停 {stopped}</translation>
        </message>
        <message>
            <source>Hazard</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>A hazard that it caused…</source>
            <translation>选择该单位造成的隐患…</translation>
        </message>
        <message>
            <source>Attribute</source>
            <translation>归责</translation>
        </message>
        <message>
            <source>Save details</source>
            <translation>保存资料</translation>
        </message>
        <message>
            <source>Take off the black list…</source>
            <translation>移出黑名单…</translation>
        </message>
        <message>
            <source>Black list…</source>
            <translation>列入黑名单…</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>The contractor has been added.</source>
            <translation>承包商已新增。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>The paper has been added.</source>
            <translation>证照已登记。</translation>
        </message>
        <message>
            <source>The paper has been withdrawn.</source>
            <translation>证照已撤销。</translation>
        </message>
        <message>
            <source>The hazard counts against its score.</source>
            <translation>隐患已计入该单位评分。</translation>
        </message>
        <message>
            <source>Serious breach of safety rules</source>
            <translation>严重违反安全规定</translation>
        </message>
        <message>
            <source>Concealed an incident</source>
            <translation>瞒报事故</translation>
        </message>
        <message>
            <source>False papers</source>
            <translation>证照造假</translation>
        </message>
        <message>
            <source>Put right and checked</source>
            <translation>已整改并核实</translation>
        </message>
        <message>
            <source>Take off the black list</source>
            <translation>移出黑名单</translation>
        </message>
        <message>
            <source>Put on the black list</source>
            <translation>列入黑名单</translation>
        </message>
        <message>
            <source>From now on: no permits, no inductions.</source>
            <translation>列入后不能申请作业票，也不能入厂教育。</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>已完成。</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>Compare two moments</source>
            <translation>对比两个时刻</translation>
        </message>
        <message>
            <source>Reading the journal…</source>
            <translation>正在读取台账…</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Left moment</source>
            <translation>左侧时刻</translation>
        </message>
        <message>
            <source>Right moment</source>
            <translation>右侧时刻</translation>
        </message>
        <message>
            <source>What differs, the worst first</source>
            <translation>有变化的区域（最严重的在前）</translation>
        </message>
        <message>
            <source>−1 day</source>
            <translation>1 天前</translation>
        </message>
        <message>
            <source>−1 week</source>
            <translation>1 周前</translation>
        </message>
        <message>
            <source>−1 month</source>
            <translation>1 个月前</translation>
        </message>
        <message>
            <source>−1 year</source>
            <translation>1 年前</translation>
        </message>
        <message>
            <source>{floor}: {before} beside {after}. Zones that differ: {n}.</source>
            <translation>{floor}：{before} 与 {after} 对比，{n} 个区域有变化。</translation>
        </message>
        <message>
            <source>now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>So long before the moment on the right</source>
            <translation>以右侧时刻为准往前推</translation>
        </message>
        <message>
            <source>The journal on this computer begins later: {moment}</source>
            <translation>本机台账从 {moment} 才开始</translation>
        </message>
        <message>
            <source>Nothing differs between these two moments.</source>
            <translation>两个时刻之间没有变化。</translation>
        </message>
        <message>
            <source>new zone, {status}</source>
            <translation>新增区域，{status}</translation>
        </message>
        <message>
            <source>zone no longer there, was {status}</source>
            <translation>区域已撤销，原为{status}</translation>
        </message>
        <message>
            <source>open hazards {before} → {after} ({new} new, {settled} settled)</source>
            <translation>未闭环隐患 {before} → {after}（新增 {new}，闭环 {settled}）</translation>
        </message>
        <message>
            <source>sensors beyond their limits {before} → {after}</source>
            <translation>超限传感器 {before} → {after}</translation>
        </message>
        <message>
            <source>renamed, was {name}</source>
            <translation>已改名，原名 {name}</translation>
        </message>
        <message>
            <source>reshaped</source>
            <translation>边界有改动</translation>
        </message>
    </context>
    <context>
        <name>CompareSide</name>
        <message>
            <source>This floor was not in use then.</source>
            <translation>当时该楼层未启用。</translation>
        </message>
    </context>
    <context>
        <name>ComparedOutlines</name>
        <message>
            <source>No such zone now: the dashed line is yours</source>
            <translation>现在没有这个区域；虚线是您画的</translation>
        </message>
    </context>
    <context>
        <name>ComparedPhotos</name>
        <message>
            <source>Before, then</source>
            <translation>整改前 · 当时</translation>
        </message>
        <message>
            <source>Before, now</source>
            <translation>整改前 · 现在</translation>
        </message>
        <message>
            <source>After, then</source>
            <translation>整改后 · 当时</translation>
        </message>
        <message>
            <source>After, now</source>
            <translation>整改后 · 现在</translation>
        </message>
        <message>
            <source>looked at {when}</source>
            <translation>{when} 看过</translation>
        </message>
    </context>
    <context>
        <name>ConflictBar</name>
        <message>
            <source>Do again</source>
            <translation>再做一次</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Decide after all</source>
            <translation>重新决定</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上一条</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一条</translation>
        </message>
        <message>
            <source>Approve again</source>
            <translation>重新确认</translation>
        </message>
        <message>
            <source>Return instead…</source>
            <translation>改为退回…</translation>
        </message>
    </context>
    <context>
        <name>ConflictList</name>
        <message>
            <source>Conflicts</source>
            <translation>冲突</translation>
        </message>
    </context>
    <context>
        <name>Conflicts</name>
        <message>
            <source>Your roles do not allow this any more: let it go.</source>
            <translation>您现在的角色不能再做这件事，只能放弃。</translation>
        </message>
        <message>
            <source>Only the hub can do this, and it cannot be reached now.</source>
            <translation>这件事要由中心来做，现在连不上中心。</translation>
        </message>
        <message>
            <source>Not as it was: {why}</source>
            <translation>照原样做不成：{why}</translation>
        </message>
        <message>
            <source>Other consoles send theirs again by themselves; phones do not.</source>
            <translation>其他电脑会自己重发，手机不会；再做一次，就以您的名义发送。</translation>
        </message>
        <message>
            <source>Done again, it is sent anew in your name, on what is so now.</source>
            <translation>再做一次：按现在的情况，以您的名义重新发送。</translation>
        </message>
        <message>
            <source>It no longer waits for a review: {state}.</source>
            <translation>它已不在待复核：{state}。</translation>
        </message>
        <message>
            <source>You have decided about it again; the hub has yet to answer.</source>
            <translation>您已重新决定，待中心确认。</translation>
        </message>
        <message>
            <source>This review is no longer yours: let it go.</source>
            <translation>这次复核已不归您做，只能放弃。</translation>
        </message>
        <message>
            <source>Look at all the photos that are there now first.</source>
            <translation>先看完现在的全部照片，才能重新确认。</translation>
        </message>
        <message>
            <source>Approves the photos at the right. The hub decides whether it is the first review.</source>
            <translation>通过的是右边现在的照片；计为初核还是终核，由中心决定。</translation>
        </message>
        <message>
            <source>Approves the photos at the right. It is closed once the hub has confirmed this.</source>
            <translation>通过的是右边现在的照片；中心确认后才算销号。</translation>
        </message>
        <message>
            <source>{now} (the other name is taken)</source>
            <translation>{now}（要改的名称已被占用）</translation>
        </message>
        <message>
            <source>Done again</source>
            <translation>已再做一次</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已修改后再做</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>The hub has it by now</source>
            <translation>中心已有，无需处理</translation>
        </message>
        <message>
            <source>The name is taken</source>
            <translation>名称已被占用</translation>
        </message>
        <message>
            <source>The employee number is taken</source>
            <translation>工号已被占用</translation>
        </message>
        <message>
            <source>It has moved on</source>
            <translation>状态已变</translation>
        </message>
        <message>
            <source>The zone is no longer in use</source>
            <translation>区域已停用</translation>
        </message>
        <message>
            <source>The person has left</source>
            <translation>此人已离厂</translation>
        </message>
        <message>
            <source>Not yours to review</source>
            <translation>不归您复核</translation>
        </message>
        <message>
            <source>The second review is for another</source>
            <translation>终核要由另一人做</translation>
        </message>
        <message>
            <source>Your role does not allow it</source>
            <translation>角色不允许</translation>
        </message>
        <message>
            <source>It lies partly on another zone</source>
            <translation>与别的区域部分重叠</translation>
        </message>
        <message>
            <source>Lost when the hub was restored</source>
            <translation>中心恢复备份后丢失</translation>
        </message>
        <message>
            <source>The photos have been replaced</source>
            <translation>照片已换</translation>
        </message>
        <message>
            <source>Its outline was changed by somebody else</source>
            <translation>边界已被别人修改</translation>
        </message>
        <message>
            <source>Things had changed</source>
            <translation>情况已变</translation>
        </message>
        <message>
            <source>The photo after the fix was replaced, so your approval did not count. Look again.</source>
            <translation>整改后的照片换过了，您的通过没有计入。请看现在的照片，再作决定。</translation>
        </message>
        <message>
            <source>The photo before was replaced, so your approval did not count. Look again.</source>
            <translation>整改前的照片换过了，您的通过没有计入。请看现在的照片，再作决定。</translation>
        </message>
        <message>
            <source>Somebody else changed the outline before yours arrived, so yours did not count. Look at both.</source>
            <translation>在您的修改送到之前，别人已改了这个区域的边界，您的没有生效。请对照两个边界。</translation>
        </message>
        <message>
            <source>It is as you saw it then.</source>
            <translation>现在和您当时看到的一样。</translation>
        </message>
        <message>
            <source>Photo after the fix: replaced</source>
            <translation>整改后照片：已换</translation>
        </message>
        <message>
            <source>Photo before: replaced</source>
            <translation>整改前照片：已换</translation>
        </message>
        <message>
            <source>Fixed by: {then} → {now}</source>
            <translation>整改人：{then} → {now}</translation>
        </message>
        <message>
            <source>State: {then} → {now}</source>
            <translation>状态：{then} → {now}</translation>
        </message>
        <message>
            <source>Outline: changed by somebody else</source>
            <translation>边界：已被别人修改</translation>
        </message>
        <message>
            <source>Lies partly on {zone}</source>
            <translation>与“{zone}”部分重叠</translation>
        </message>
        <message>
            <source>Taken by {what}</source>
            <translation>已被 {what} 占用</translation>
        </message>
        <message>
            <source>It is now: {state}</source>
            <translation>现在：{state}</translation>
        </message>
        <message>
            <source>It is no longer in use</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>This person has left</source>
            <translation>此人已离厂</translation>
        </message>
        <message>
            <source>in review</source>
            <translation>待复核</translation>
        </message>
    </context>
    <context>
        <name>ConflictsPage</name>
        <message>
            <source>Nothing to decide</source>
            <translation>没有要决定的</translation>
        </message>
        <message>
            <source>No conflicts</source>
            <translation>没有冲突</translation>
        </message>
        <message>
            <source>What you do without the hub counts once it has reached it. If something had changed by then, your work comes here with what you saw and what is so now, and you decide. Nothing is overwritten in silence.</source>
            <translation>断网时做的事，送到中心才算数。如果那时情况已经变了，就会放到这里：您当时的依据、现在的情况，一并列出，由您决定。什么都不会被悄悄覆盖。</translation>
        </message>
        <message>
            <source>to decide {n}</source>
            <translation>待决定 {n}</translation>
        </message>
        <message>
            <source>settled {n}</source>
            <translation>已处理 {n}</translation>
        </message>
        <message>
            <source>None has been settled yet.</source>
            <translation>还没有处理过的冲突。</translation>
        </message>
        <message>
            <source>Nothing waits for you here.</source>
            <translation>没有等您决定的冲突。</translation>
        </message>
    </context>
    <context>
        <name>ConnectSteps</name>
        <message>
            <source>Address of the plant</source>
            <translation>访问地址</translation>
        </message>
        <message>
            <source>Application and secret</source>
            <translation>应用与 Secret</translation>
        </message>
        <message>
            <source>Hub's internet address</source>
            <translation>中心的公网 IP</translation>
        </message>
        <message>
            <source>Who signs in</source>
            <translation>登录授权</translation>
        </message>
        <message>
            <source>Directory of people</source>
            <translation>通讯录</translation>
        </message>
        <message>
            <source>Switch it on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Phones, and WeCom itself, come to this plant by one address. It must begin with https:// and be one that WeCom accepts: a domain of your company.</source>
            <translation>手机和企业微信都通过同一个地址访问本厂。地址要以 https:// 开头，并且是企业微信认可的本公司域名。</translation>
        </message>
        <message>
            <source>In WeCom's administration, make an application of your own. The company's ID stands under 'My company', agent ID and secret stand on the application's page.</source>
            <translation>在企业微信管理后台新建一个自建应用。企业 ID 在“我的企业”页，AgentId 和 Secret 在应用详情页。</translation>
        </message>
        <message>
            <source>On the application's page, under 'Trusted IPs of the company', enter the internet address of this hub. If you do not know it, try this step: WeCom says which one it was asked from.</source>
            <translation>在应用详情页的“企业可信 IP”里填入本中心的公网 IP。不知道是多少，就先测试这一步：企业微信会指出请求来自哪个 IP。</translation>
        </message>
        <message>
            <source>On the application's page, under 'Web authorisation and JS-SDK', enter this as the trusted domain and have it verified:</source>
            <translation>在应用详情页的“网页授权及 JS-SDK”里，把下面的域名设为可信域名并完成归属验证：</translation>
        </message>
        <message>
            <source>On the application's page, widen the visible range to all departments that work here: whom the application does not see can neither sign in by WeCom nor be compared.</source>
            <translation>在应用详情页把“可见范围”放宽到本厂全部部门：应用看不到的人，既不能用企业微信登录，也无法比对。</translation>
        </message>
        <message>
            <source>Phones, and DingTalk itself, come to this plant by one address. It must begin with https://.</source>
            <translation>手机和钉钉都通过同一个地址访问本厂。地址要以 https:// 开头。</translation>
        </message>
        <message>
            <source>On DingTalk's open platform, make an application of your own. AppKey (client ID), AppSecret and agent ID stand on the application's page.</source>
            <translation>在钉钉开放平台新建一个企业内部应用。AppKey（Client ID）、AppSecret 和 AgentId 在应用的“凭证与基础信息”页。</translation>
        </message>
        <message>
            <source>On the application's page, under 'Server egress IPs', enter the internet address of this hub. If you do not know it, try this step: DingTalk says which one it was asked from.</source>
            <translation>在应用的“服务器出口 IP”里填入本中心的公网 IP。不知道是多少，就先测试这一步：钉钉会指出请求来自哪个 IP。</translation>
        </message>
        <message>
            <source>On the application's page, under 'Sign-in and sharing', enter this as the address to come back to, and ask for the right to read the signed-in person's own record:</source>
            <translation>在应用的“登录与分享”里把下面的地址设为回调域名，并申请“通讯录个人信息读权限”：</translation>
        </message>
        <message>
            <source>On the application's page, under 'Rights', ask for reading departments and reading members of the directory, and let the range be the whole company.</source>
            <translation>在应用的“权限管理”里申请通讯录部门信息和成员信息的读权限，权限范围选“全部员工”。</translation>
        </message>
    </context>
    <context>
        <name>ConnectWindow</name>
        <message>
            <source>Set up {provider}</source>
            <translation>设置{provider}</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Switch on signing in</source>
            <translation>启用登录</translation>
        </message>
        <message>
            <source>Save and try</source>
            <translation>保存并测试</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>不填则沿用现有密码</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Then sign in once yourself: only that shows whether everything fits.</source>
            <translation>启用后请亲自登录一次：只有这样才能确认全部设置正确。</translation>
        </message>
        <message>
            <source>QR code of the address for signing in</source>
            <translation>登录地址的二维码</translation>
        </message>
        <message>
            <source>People may sign in by it now.</source>
            <translation>现在可以用它登录了。</translation>
        </message>
    </context>
    <context>
        <name>ConnectorsCard</name>
        <message>
            <source>A gateway or another program sends readings as JSON lines or CSV to this address, with the key as a bearer token.</source>
            <translation>网关或其他程序用 JSON 行或 CSV 把读数发到这个地址，密钥作为 Bearer 令牌。</translation>
        </message>
        <message>
            <source>Prometheus or another monitoring system reads figures of the hub from this address, with the key as a bearer token. No names are in them.</source>
            <translation>Prometheus 等监控系统从这个地址读取中心的运行指标，用密钥作为 Bearer 令牌。指标里没有人名和区域名。</translation>
        </message>
        <message>
            <source>So that an alert can be acknowledged by replying in WeCom, this address and two keys are entered there, under 'Receive messages' of the application. OK acknowledges what waits; where several wait, OK with the number.</source>
            <translation>要在企业微信里直接回复确认告警，请在企业微信管理后台该应用的“接收消息”中填写这个地址和两个密钥。回复“收到”即确认；有多条待确认时，回复“收到”加编号。</translation>
        </message>
        <message>
            <source>Copy the key</source>
            <translation>复制密钥</translation>
        </message>
        <message>
            <source>Make a new key…</source>
            <translation>换一个新密钥…</translation>
        </message>
        <message>
            <source>Make a key</source>
            <translation>生成密钥</translation>
        </message>
        <message>
            <source>A key was made {when}.</source>
            <translation>密钥生成于{when}。</translation>
        </message>
        <message>
            <source>There is no key yet.</source>
            <translation>还没有密钥。</translation>
        </message>
        <message>
            <source>Whatever uses the present key is let in no more. Press again to do it.</source>
            <translation>正在用现有密钥的程序将不能再发送。再按一次确认。</translation>
        </message>
        <message>
            <source>Make the new key now</source>
            <translation>现在就换</translation>
        </message>
        <message>
            <source>This is the key. It is shown this once: copy it to where it is needed.</source>
            <translation>这就是密钥，只显示这一次：请复制到要用的地方。</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>已复制。</translation>
        </message>
    </context>
    <context>
        <name>ConsoleCard</name>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比度</translation>
        </message>
        <message>
            <source>System</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Entries kept</source>
            <translation>保留记录</translation>
        </message>
        <message>
            <source>The hub keeps all entries. Older ones can be fetched on the journal page.</source>
            <translation>中心保存全部记录；更早的可在追溯页取回。</translation>
        </message>
        <message>
            <source>Sign out and close</source>
            <translation>退出登录并关闭</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>已登录</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>中心</translation>
        </message>
        <message>
            <source>This computer has no keyring: the sign-in is kept in a file that only your account can read. Don't leave it signed in where others use your account.</source>
            <translation>这台电脑没有系统密钥环：登录凭据存放在只有您的系统账户能读的文件里。如果别人也用这个账户，请不要保持登录。</translation>
        </message>
        <message>
            <source>Something still waits to be sent under your name.</source>
            <translation>还有以您名义的内容没有发送，暂不能退出。</translation>
        </message>
        <message numerus="yes">
            <source>%n months</source>
            <translation>
                <numerusform>%n 个月</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Contractors</name>
        <message>
            <source>black-listed</source>
            <translation>黑名单</translation>
        </message>
        <message>
            <source>has ended</source>
            <translation>已到期</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺失</translation>
        </message>
        <message>
            <source>ends soon</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Its papers</source>
            <translation>证照</translation>
        </message>
        <message>
            <source>First paper ends</source>
            <translation>最近到期</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Permits now</source>
            <translation>进行中作业票</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>Induction</source>
            <translation>入厂教育</translation>
        </message>
        <message>
            <source>By the doors</source>
            <translation>现场位置</translation>
        </message>
        <message>
            <source>Badge</source>
            <translation>出入证</translation>
        </message>
        <message>
            <source>made</source>
            <translation>已制作</translation>
        </message>
    </context>
    <context>
        <name>ContractorsPage</name>
        <message>
            <source>New permit</source>
            <translation>申请作业票</translation>
        </message>
        <message>
            <source>Add a contractor</source>
            <translation>新增承包商</translation>
        </message>
        <message>
            <source>Record a contractor's person</source>
            <translation>登记承包商人员</translation>
        </message>
        <message>
            <source>Permit forms</source>
            <translation>作业票表单</translation>
        </message>
        <message>
            <source>Figures about contractors</source>
            <translation>承包商口径</translation>
        </message>
        <message>
            <source>Permits</source>
            <translation>作业票</translation>
        </message>
        <message>
            <source>Companies</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Ended, too</source>
            <translation>也显示已结束的</translation>
        </message>
        <message>
            <source>Hot work, confined spaces, work at height: who applies on the phone or here is seen here.</source>
            <translation>动火、有限空间、高处等作业，在手机或这里申请后显示在这里。</translation>
        </message>
        <message>
            <source>Companies with their qualifications and insurance; what ends soon stands first.</source>
            <translation>承包商单位及其资质、保险，快到期的排在前面。</translation>
        </message>
        <message>
            <source>Who comes for which company, with induction and badge.</source>
            <translation>承包商人员及其入厂教育、出入证。</translation>
        </message>
        <message>
            <source>No work permits today</source>
            <translation>今天没有作业票</translation>
        </message>
        <message>
            <source>No contractors yet</source>
            <translation>还没有承包商</translation>
        </message>
        <message>
            <source>No people of contractors yet</source>
            <translation>还没有承包商人员</translation>
        </message>
        <message>
            <source>alive, or ended today</source>
            <translation>进行中或今天结束的</translation>
        </message>
        <message numerus="yes">
            <source>%n at work now</source>
            <translation>
                <numerusform>%n 张作业中</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n companies</source>
            <translation>
                <numerusform>%n 家单位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n papers or inductions have ended or end soon</source>
            <translation>
                <numerusform>%n 项证照或入厂教育已到期或即将到期</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them on the site</source>
            <translation>
                <numerusform>其中 %n 人在场</numerusform>
            </translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>已保存为 {file}。</translation>
        </message>
    </context>
    <context>
        <name>CornersDialog</name>
        <message>
            <source>Corners of '{zone}'</source>
            <translation>“{zone}”的顶点</translation>
        </message>
        <message>
            <source>Corners in metres</source>
            <translation>顶点坐标（米）</translation>
        </message>
        <message>
            <source>x (m)</source>
            <translation>x（米）</translation>
        </message>
        <message>
            <source>y (m)</source>
            <translation>y（米）</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Metres from the lower left corner of the drawing.</source>
            <translation>从图纸左下角量起，单位为米。</translation>
        </message>
        <message>
            <source>Add corner</source>
            <translation>添加顶点</translation>
        </message>
        <message>
            <source>Remove corner</source>
            <translation>删除顶点</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Corner {n} is no pair of numbers such as 12.5.</source>
            <translation>第 {n} 个顶点不是数字，请填写如 12.5 的数值。</translation>
        </message>
    </context>
    <context>
        <name>Correcting</name>
        <message>
            <source>Measure…</source>
            <translation>测量…</translation>
        </message>
        <message>
            <source>Print as it is</source>
            <translation>取消校正</translation>
        </message>
        <message>
            <source>Print the ruler page, lay a ruler on it, and type what you measure: A and B from the paper's edges to the lines, C and D how long the lines are.</source>
            <translation>先打印标尺页，用直尺量，再填进来：A、B 是纸边到线的距离，C、D 是线的全长。</translation>
        </message>
        <message>
            <source>Print the ruler page</source>
            <translation>打印标尺页</translation>
        </message>
        <message>
            <source>Keep the measures</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Corrected for this printer and paper: {x} mm right, {y} mm down, {scale} %</source>
            <translation>这台打印机用这种纸已校正：右移 {x} mm，下移 {y} mm，缩放 {scale} %</translation>
        </message>
        <message>
            <source>Nothing is corrected for this printer and paper.</source>
            <translation>这台打印机用这种纸未作校正。</translation>
        </message>
        <message>
            <source>ruler</source>
            <translation>标尺页</translation>
        </message>
    </context>
    <context>
        <name>CountPart</name>
        <message>
            <source>{size} counted {counted}, {expected} in the book: {pieces} (¥{value})</source>
            <translation>{size} 实盘 {counted} 件，账面 {expected} 件，差异 {pieces}（¥{value}）</translation>
        </message>
        <message>
            <source>It waits for somebody of the safety office who has not counted.</source>
            <translation>等待安环部门中盘点人以外的人批准。</translation>
        </message>
        <message>
            <source>Why not, if it is declined</source>
            <translation>不批准时，请写明原因</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>请说明原因。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>Courses</name>
        <message>
            <source>New course</source>
            <translation>新增课程</translation>
        </message>
        <message>
            <source>The course is there.</source>
            <translation>课程已新增。</translation>
        </message>
        <message>
            <source>{hours} h of teaching</source>
            <translation>{hours} 学时</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Record training…</source>
            <translation>登记培训…</translation>
        </message>
        <message>
            <source>The course is retired.</source>
            <translation>课程已停用。</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>What it is learnt from</source>
            <translation>学习资料</translation>
        </message>
        <message>
            <source>Picture {n}</source>
            <translation>图片 {n}</translation>
        </message>
        <message>
            <source>Nothing yet.</source>
            <translation>暂无。</translation>
        </message>
        <message>
            <source>Set links and pictures…</source>
            <translation>设置链接和图片…</translation>
        </message>
        <message numerus="yes">
            <source>%n questions</source>
            <translation>
                <numerusform>题库共 %n 道题</numerusform>
            </translation>
        </message>
        <message>
            <source>A test asks {n}: there are fewer in the bank.</source>
            <translation>每次考试抽 {n} 道题，题库里还不够。</translation>
        </message>
        <message>
            <source>Add a question…</source>
            <translation>新增试题…</translation>
        </message>
        <message>
            <source>Take the ready ones</source>
            <translation>采用现成试题</translation>
        </message>
        <message>
            <source>The question is retired.</source>
            <translation>试题已停用。</translation>
        </message>
        <message>
            <source>The course is changed.</source>
            <translation>课程已修改。</translation>
        </message>
        <message>
            <source>Record training</source>
            <translation>登记培训</translation>
        </message>
        <message>
            <source>It is recorded.</source>
            <translation>已登记。</translation>
        </message>
        <message>
            <source>Pictures that stay</source>
            <translation>保留的图片</translation>
        </message>
        <message>
            <source>Pictures and pages, as photos</source>
            <translation>图片或讲义页（以图片形式）</translation>
        </message>
        <message>
            <source>Choices, one a line; a * before each right one</source>
            <translation>每行一个选项，正确的前面加 *</translation>
        </message>
        <message>
            <source>One a line: the title, a blank, the address (https://…)</source>
            <translation>每行一条：标题、空格、网址（https://…）</translation>
        </message>
        <message>
            <source>The materials are kept.</source>
            <translation>学习资料已保存。</translation>
        </message>
        <message>
            <source>New question</source>
            <translation>新增试题</translation>
        </message>
        <message>
            <source>The question is there.</source>
            <translation>试题已新增。</translation>
        </message>
        <message numerus="yes">
            <source>%n questions have been added.</source>
            <translation>
                <numerusform>已新增 %n 道试题。</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The post asks for it from now on.</source>
            <translation>岗位要求已更新。</translation>
        </message>
        <message>
            <source>New post</source>
            <translation>新增岗位</translation>
        </message>
        <message>
            <source>The post is there.</source>
            <translation>岗位已新增。</translation>
        </message>
        <message>
            <source>Who is {post}?</source>
            <translation>哪些人是“{post}”？</translation>
        </message>
        <message>
            <source>The post is given.</source>
            <translation>岗位已分配。</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>asks for nothing yet</source>
            <translation>还没有要求</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Who…</source>
            <translation>分配人员…</translation>
        </message>
        <message>
            <source>New post…</source>
            <translation>新增岗位…</translation>
        </message>
        <message>
            <source>Good for</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>Asked / there</source>
            <translation>抽题／题库</translation>
        </message>
        <message>
            <source>Posts that ask for it</source>
            <translation>要求的岗位</translation>
        </message>
        <message>
            <source>Hold it</source>
            <translation>有效人数</translation>
        </message>
    </context>
    <context>
        <name>DataCard</name>
        <message>
            <source>Export everything…</source>
            <translation>导出全部数据…</translation>
        </message>
        <message>
            <source>Cancel the export</source>
            <translation>取消导出</translation>
        </message>
        <message>
            <source>The data are yours. One archive holds all of it in formats that other programs read: tables as CSV, plans as GeoJSON, photos, the journal as SQLite, and a page that says what each file is. A new plant can be made of it without loss (anhuan import everything). It holds personal data: who exports and why is recorded.</source>
            <translation>数据是工厂自己的。一个压缩包含全部内容，其他软件也能读：台账为 CSV，平面图为 GeoJSON，照片原样，追溯记录为 SQLite，并附说明。用它可以原样重建工厂（anhuan import everything）。导出文件含个人信息，谁导出、为什么，都会记录。</translation>
        </message>
        <message>
            <source>Save to this computer…</source>
            <translation>保存到本机…</translation>
        </message>
        <message>
            <source>Remove it</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>A copy of our own</source>
            <translation>自己留存</translation>
        </message>
        <message>
            <source>An authority asks for it</source>
            <translation>监管部门要求</translation>
        </message>
        <message>
            <source>For another system</source>
            <translation>转到其他系统</translation>
        </message>
        <message>
            <source>The archive holds names, phone numbers and where people went. Why is it needed?</source>
            <translation>导出文件含姓名、电话和人员行踪。请说明用途。</translation>
        </message>
        <message>
            <source>Export everything</source>
            <translation>导出全部数据</translation>
        </message>
        <message>
            <source>Export it</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Save to this computer</source>
            <translation>保存到本机</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已保存：{file}</translation>
        </message>
        <message>
            <source>It was not saved: {why}</source>
            <translation>没有保存：{why}</translation>
        </message>
    </context>
    <context>
        <name>DaysDialog</name>
        <message>
            <source>Which days?</source>
            <translation>哪几天？</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>第一天</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Deciding</name>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Done again, not yet confirmed.</source>
            <translation>已再做一次，待中心确认。</translation>
        </message>
        <message>
            <source>Sent changed, not yet confirmed.</source>
            <translation>已修改后再做，待中心确认。</translation>
        </message>
        <message>
            <source>Let go. Nothing was changed.</source>
            <translation>已放弃，什么都没有改动。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Done: the hub has confirmed it.</source>
            <translation>已完成，中心已确认。</translation>
        </message>
    </context>
    <context>
        <name>DecisionBar</name>
        <message>
            <source>Approve first review</source>
            <translation>通过初核</translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>退回整改…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上一条</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一条</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>并排</translation>
        </message>
        <message>
            <source>Wipe</source>
            <translation>擦拭</translation>
        </message>
        <message>
            <source>Blink</source>
            <translation>闪切</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Turn both photos</source>
            <translation>同时旋转两张照片</translation>
        </message>
        <message>
            <source>Find this photo elsewhere</source>
            <translation>查找这张照片的其他用处</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Approve second review</source>
            <translation>通过终核</translation>
        </message>
        <message>
            <source>Kept here. It counts once the hub has confirmed it.</source>
            <translation>已存在本机；中心确认后才算数</translation>
        </message>
        <message>
            <source>Nothing to review: it is not fixed yet, or already settled.</source>
            <translation>没有可复核的：尚未整改完，或已经办结</translation>
        </message>
        <message>
            <source>{who} fixed it and may not review it.</source>
            <translation>整改人{who}不能复核自己</translation>
        </message>
        <message>
            <source>This review is not yours.</source>
            <translation>这一步复核不归您</translation>
        </message>
        <message>
            <source>It is closed only once the hub has confirmed this.</source>
            <translation>中心确认之后才算销号</translation>
        </message>
        <message>
            <source>{one} passed it first, {other} fixed it: neither may.</source>
            <translation>初核人{one}、整改人{other}不能做终核</translation>
        </message>
        <message>
            <source>Not closed by this, and nobody can do the second review.</source>
            <translation>通过后还不算销号，而且没有人能做终核</translation>
        </message>
        <message>
            <source>Not closed by this: class A needs {who} as second.</source>
            <translation>通过后还不算销号：A 类由{who}终核</translation>
        </message>
        <message>
            <source>Not closed by this: the second review is with {who}.</source>
            <translation>通过后还不算销号：由{who}终核</translation>
        </message>
    </context>
    <context>
        <name>DecisionPanel</name>
        <message>
            <source>{name}: {points} points</source>
            <translation>{name}：{points} 分</translation>
        </message>
        <message>
            <source>Proposed by {name}, {when}</source>
            <translation>{name} 提出，{when}</translation>
        </message>
        <message>
            <source>The EHS manager decides.</source>
            <translation>由 EHS 经理批准。</translation>
        </message>
        <message>
            <source>Somebody else has to decide: neither who proposed it nor whom it is for.</source>
            <translation>须由其他人批准：不能是提出人，也不能是本人。</translation>
        </message>
        <message>
            <source>Why not, if it is declined</source>
            <translation>不批准时，请写明原因</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>不批准</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>请写明原因。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>DesignDialog</name>
        <message>
            <source>Earlier</source>
            <translation>往前</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>往后</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>去掉标识</translation>
        </message>
        <message>
            <source>Blocks: tick them, drag them into order</source>
            <translation>内容块：勾选，拖动排序</translation>
        </message>
        <message>
            <source>Only these zones (none ticked: all)</source>
            <translation>只统计这些区域（不勾选为全厂）</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>刷新预览</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>being drawn…</source>
            <translation>正在生成…</translation>
        </message>
        <message>
            <source>{page} of {pages}</source>
            <translation>第 {page} 张，共 {pages} 张</translation>
        </message>
        <message>
            <source>This is no picture that can be read: {why}</source>
            <translation>无法读取这张图片：{why}</translation>
        </message>
        <message>
            <source>Another logo…</source>
            <translation>更换标识…</translation>
        </message>
        <message>
            <source>Add a logo…</source>
            <translation>添加标识…</translation>
        </message>
        <message>
            <source>Please give the report a name.</source>
            <translation>请填写报告名称。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Detail</name>
        <message>
            <source>The present</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>The present · {what}</source>
            <translation>现在 · {what}</translation>
        </message>
        <message>
            <source>My outline · {when}</source>
            <translation>我画的边界 · {when}</translation>
        </message>
        <message>
            <source>My basis · {when}</source>
            <translation>我的依据 · {when}</translation>
        </message>
        <message>
            <source>What {who} wanted · {when}</source>
            <translation>{who} 的依据 · {when}</translation>
        </message>
        <message>
            <source>Not counted</source>
            <translation>没有计入</translation>
        </message>
    </context>
    <context>
        <name>DevicePanel</name>
        <message>
            <source>New door device</source>
            <translation>新增门禁设备</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>不填则沿用现有密码</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message numerus="yes">
            <source>%n events are missing; they are asked for.</source>
            <translation>
                <numerusform>缺少 %n 条事件，正在补查。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n events were no passages, the last with the code {code}.</source>
            <translation>
                <numerusform>另有 %n 条事件不算通行，最近的事件码是 {code}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages could not be read.</source>
            <translation>
                <numerusform>%n 条消息看不懂。</numerusform>
            </translation>
        </message>
        <message>
            <source>Where its readers lead</source>
            <translation>读卡器通向的区域</translation>
        </message>
        <message>
            <source>into {zone}</source>
            <translation>进入 {zone}</translation>
        </message>
        <message>
            <source>out of {zone}</source>
            <translation>离开 {zone}</translation>
        </message>
        <message>
            <source>Door {door}, reader {reader}</source>
            <translation>{door} 号门 {reader} 号读卡器</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Door</source>
            <translation>门</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>读卡器</translation>
        </message>
        <message>
            <source>goes in</source>
            <translation>进</translation>
        </message>
        <message>
            <source>goes out</source>
            <translation>出</translation>
        </message>
        <message>
            <source>Add this reader</source>
            <translation>添加这个读卡器</translation>
        </message>
        <message>
            <source>Where it pushes to</source>
            <translation>推送地址</translation>
        </message>
        <message>
            <source>Enter the address in the device's HTTP listening settings. It is a secret, and shown this once.</source>
            <translation>把地址填到设备的 HTTP 监听设置里。地址含密钥，只显示这一次。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Make a push address</source>
            <translation>生成推送地址</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>已复制。</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>The device has been added. Now its password, and where its readers lead.</source>
            <translation>设备已新增。接着填写密码，并指定读卡器通向的区域。</translation>
        </message>
        <message>
            <source>The device has been saved.</source>
            <translation>设备已保存。</translation>
        </message>
        <message>
            <source>Being asked…</source>
            <translation>正在查询…</translation>
        </message>
        <message>
            <source>The device has been retired.</source>
            <translation>设备已停用。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>DevicesCard</name>
        <message>
            <source>Pair a computer…</source>
            <translation>让电脑加入…</translation>
        </message>
        <message>
            <source>Each has a copy of the plant and works without the hub. Revoke one that is lost.</source>
            <translation>每台都有一份工厂副本，断网也能用。丢了的请停用。</translation>
        </message>
        <message>
            <source>None has been paired yet.</source>
            <translation>还没有电脑加入。</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>{who}, since {when}</source>
            <translation>{who}，{when} 加入</translation>
        </message>
        <message>
            <source>Revoked {when} by {who}: {why}</source>
            <translation>{when} 由 {who} 停用：{why}</translation>
        </message>
        <message>
            <source>Revoke…</source>
            <translation>停用…</translation>
        </message>
        <message>
            <source>The laptop is lost</source>
            <translation>笔记本丢失</translation>
        </message>
        <message>
            <source>It was given away</source>
            <translation>已转给他人</translation>
        </message>
        <message>
            <source>Its user has left</source>
            <translation>使用人已离厂</translation>
        </message>
        <message>
            <source>Nothing is taken from it any more and it gets nothing. What was not sent stays on it.</source>
            <translation>停用后不再收它的内容，也不再给它内容；它上面没发送的仍留在那台电脑上。</translation>
        </message>
        <message>
            <source>Revoke the computer</source>
            <translation>停用电脑</translation>
        </message>
        <message>
            <source>Shut it out</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>The computer has been revoked.</source>
            <translation>电脑已停用。</translation>
        </message>
    </context>
    <context>
        <name>DevicesView</name>
        <message>
            <source>Add a device</source>
            <translation>新增设备</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Unknown cards</source>
            <translation>未登记的卡</translation>
        </message>
        <message>
            <source>Rows not taken</source>
            <translation>未接收的记录</translation>
        </message>
        <message>
            <source>Everybody is known</source>
            <translation>没有未登记的卡</translation>
        </message>
        <message>
            <source>A card that nobody here is known by is kept, and stands here until somebody says whose it is.</source>
            <translation>刷卡时找不到持卡人的记录会保留在这里，直到有人指明是谁的卡。</translation>
        </message>
        <message>
            <source>Every row was taken</source>
            <translation>记录均已接收</translation>
        </message>
        <message>
            <source>What a door system or the MES sent and could not be taken stands here with why.</source>
            <translation>门禁系统或 MES 送来却未能接收的记录列在这里，并写明原因。</translation>
        </message>
        <message>
            <source>Terminals at doors are asked over the network, or push what they see. Files can be taken, too.</source>
            <translation>门禁机可由本系统联网查询，也可由设备推送；也能导入文件。</translation>
        </message>
        <message>
            <source>No door devices yet</source>
            <translation>还没有门禁设备</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>账号被锁定</translation>
        </message>
        <message>
            <source>wrong password</source>
            <translation>密码不对</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>连不上</translation>
        </message>
        <message>
            <source>does not answer well</source>
            <translation>回答异常</translation>
        </message>
        <message>
            <source>pushes</source>
            <translation>由设备推送</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Heard</source>
            <translation>最近联系</translation>
        </message>
        <message>
            <source>Last event</source>
            <translation>最近事件</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>读卡器</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>收到时间</translation>
        </message>
        <message>
            <source>Feed</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Why it was not taken</source>
            <translation>未接收的原因</translation>
        </message>
    </context>
    <context>
        <name>Difference</name>
        <message>
            <source>The difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>What happened meanwhile</source>
            <translation>期间发生的事</translation>
        </message>
        <message>
            <source>Nothing that this console knows of.</source>
            <translation>本机没有查到。</translation>
        </message>
    </context>
    <context>
        <name>DirectoryCard</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>The hub reads the directory of WeCom or DingTalk each day and tells those who look after people what would change. Nothing changes before somebody has ticked it on the page People; where many are missing at once it asks.</source>
            <translation>中心每天读取企业微信或钉钉的通讯录，把变动告知人员管理者。在“人员”页勾选执行之前什么都不改；一下子少了很多人时会先请人核实。</translation>
        </message>
        <message>
            <source>not read by itself</source>
            <translation>不自动读取</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>DirectoryWindow</name>
        <message>
            <source>Compare with {provider}</source>
            <translation>与{provider}通讯录比对</translation>
        </message>
        <message>
            <source>They have really left: the directory is whole</source>
            <translation>确实都离职了，通讯录是完整的</translation>
        </message>
        <message>
            <source>Open work of those who leave goes to</source>
            <translation>离职人员的未完成工作移交给</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>重新读取</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>变动</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Before → after</source>
            <translation>原来 → 现在</translation>
        </message>
        <message>
            <source>The hub is being asked…</source>
            <translation>正在向中心查询…</translation>
        </message>
        <message>
            <source>The directory of {provider} is being read…</source>
            <translation>正在读取{provider}通讯录…</translation>
        </message>
        <message>
            <source>Carry out</source>
            <translation>执行</translation>
        </message>
        <message>
            <source>{missing} of {known} people are missing there at once. May the application see all of it?</source>
            <translation>通讯录里一下子少了 {known} 人中的 {missing} 人。应用的可见范围包含全部部门吗？</translation>
        </message>
        <message>
            <source>{said} · read {when}</source>
            <translation>{said} · {when}读取</translation>
        </message>
        <message>
            <source>Both say the same: there is nothing to change.</source>
            <translation>两边一致，没有要改的。</translation>
        </message>
        <message numerus="yes">
            <source>%n changes</source>
            <translation>
                <numerusform>%n 处变动</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to be settled by you</source>
            <translation>
                <numerusform>其中 %n 处要人工处理</numerusform>
            </translation>
        </message>
        <message>
            <source>nobody: it stays with them</source>
            <translation>暂不移交</translation>
        </message>
        <message numerus="yes">
            <source>Carry out %n changes</source>
            <translation>
                <numerusform>执行 %n 处变动</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes are being carried out…</source>
            <translation>
                <numerusform>正在执行 %n 处变动…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes carried out.</source>
            <translation>
                <numerusform>已执行 %n 处变动。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Dispatch</name>
        <message>
            <source>everything</source>
            <translation>所有隐患</translation>
        </message>
        <message>
            <source>switched off</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>Switched off: it is passed over.</source>
            <translation>已停用，直接跳过。</translation>
        </message>
        <message numerus="yes">
            <source>%n hazards in the last 90 days</source>
            <translation>
                <numerusform>近 90 天 %n 条隐患</numerusform>
            </translation>
        </message>
        <message>
            <source>Never reached: all that fits it goes along route {routes} before.</source>
            <translation>永远不会用到：符合条件的隐患都已由路线 {routes} 派出。</translation>
        </message>
        <message>
            <source>Never reached: nobody is there to take it.</source>
            <translation>永远不会用到：没有可接收的人或班组。</translation>
        </message>
        <message>
            <source>Never reached: nothing in the plant fits it, or no team is there for it.</source>
            <translation>永远不会用到：厂里没有符合的区域，或区域没有班组。</translation>
        </message>
        <message>
            <source>away, and nobody stands in</source>
            <translation>缺勤且无代理人</translation>
        </message>
        <message>
            <source>nobody is there to take it</source>
            <translation>没有人接</translation>
        </message>
        <message>
            <source>another category</source>
            <translation>隐患类别不符</translation>
        </message>
        <message>
            <source>another zone class</source>
            <translation>区域类别不符</translation>
        </message>
        <message>
            <source>another zone</source>
            <translation>区域不符</translation>
        </message>
        <message>
            <source>other equipment</source>
            <translation>设备类型不符</translation>
        </message>
        <message>
            <source>another shift</source>
            <translation>班次不符</translation>
        </message>
    </context>
    <context>
        <name>DispatchPage</name>
        <message>
            <source>Add a route</source>
            <translation>新增路线</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>The first route that fits is taken. Drag them into another order, or use Alt with the arrows.</source>
            <translation>按次序取第一条符合的路线。可拖动调整次序，也可用 Alt 加上下箭头。</translation>
        </message>
        <message>
            <source>Without a route, hazards go to the supervisor of their zone, else to the EHS manager.</source>
            <translation>没有路线时，隐患派给区域主管，否则派给 EHS 经理。</translation>
        </message>
        <message>
            <source>No routes</source>
            <translation>没有派单路线</translation>
        </message>
        <message>
            <source>The order has been changed.</source>
            <translation>次序已调整。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Documents</name>
        <message>
            <source>Documents</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>The document is retired.</source>
            <translation>文件已停用。</translation>
        </message>
        <message>
            <source>No documents yet.</source>
            <translation>暂无文件。</translation>
        </message>
        <message>
            <source>Add a PDF…</source>
            <translation>添加 PDF…</translation>
        </message>
        <message numerus="yes">
            <source>%n pages</source>
            <translation>
                <numerusform>共 %n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a PDF file</source>
            <translation>选择 PDF 文件</translation>
        </message>
        <message>
            <source>The file is being read…</source>
            <translation>正在检查文件…</translation>
        </message>
        <message>
            <source>The document is there; phones can open it.</source>
            <translation>文件已添加，手机上可以打开。</translation>
        </message>
        <message>
            <source>The document is being fetched…</source>
            <translation>正在从中心取文件…</translation>
        </message>
        <message>
            <source>The document is not here, and the hub cannot be reached. Try again when it can.</source>
            <translation>本机还没有这个文件，现在又连不上中心。请连上后再试。</translation>
        </message>
        <message>
            <source>No program on this computer opens PDF files. It is here: {file}</source>
            <translation>本机没有能打开 PDF 的程序。文件在：{file}</translation>
        </message>
        <message>
            <source>Limits of documents</source>
            <translation>文件上限</translation>
        </message>
        <message>
            <source>The limits hold from now on.</source>
            <translation>新的上限即时生效。</translation>
        </message>
    </context>
    <context>
        <name>DoorsView</name>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message numerus="yes">
            <source>last %n days</source>
            <translation>
                <numerusform>近 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Say what zones ask for; doors then tell who went in without. Contractors need their induction anywhere.</source>
            <translation>先设定各区域的进入要求，门禁会指出谁不具备要求却进入了；承包商人员进入任何区域都须完成入厂教育。</translation>
        </message>
        <message>
            <source>Nobody went in without what a zone asks for</source>
            <translation>没有人在不具备要求时进入</translation>
        </message>
        <message>
            <source>What zones ask for</source>
            <translation>区域进入要求</translation>
        </message>
        <message>
            <source>Team or company</source>
            <translation>班组或单位</translation>
        </message>
        <message>
            <source>What was lacking</source>
            <translation>缺少</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>最近一次</translation>
        </message>
        <message numerus="yes">
            <source>%n people went in without</source>
            <translation>
                <numerusform>%n 人不具备要求而进入</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DoubtPanel</name>
        <message numerus="yes">
            <source>%n points rest on it now</source>
            <translation>
                <numerusform>目前涉及 %n 分</numerusform>
            </translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>The safety office decides.</source>
            <translation>由安环部核查。</translation>
        </message>
        <message>
            <source>It is about yourself: somebody else has to decide.</source>
            <translation>涉及本人，须由他人核查。</translation>
        </message>
        <message>
            <source>Another EHS manager may decide it otherwise.</source>
            <translation>可由另一位 EHS 经理重新核查。</translation>
        </message>
        <message>
            <source>What you found: they will read it</source>
            <translation>核查情况（当事人会看到）</translation>
        </message>
        <message>
            <source>Take the points back</source>
            <translation>收回积分</translation>
        </message>
        <message>
            <source>It was not in order</source>
            <translation>确有问题</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>请说明原因。</translation>
        </message>
        <message>
            <source>Decided.</source>
            <translation>已核查。</translation>
        </message>
    </context>
    <context>
        <name>DoubtRulesPanel</name>
        <message>
            <source>Rules of doubts and re-checks</source>
            <translation>核查与抽查规则</translation>
        </message>
        <message>
            <source>A doubt accuses nobody: it puts what looks odd before a person. Which ones are re-checked comes from the hub's key.</source>
            <translation>疑点不等于违规：只是请人核实。抽中哪一条由服务器密钥决定，事先无法预知。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>DoubtsView</name>
        <message>
            <source>Doubts</source>
            <translation>疑点</translation>
        </message>
        <message>
            <source>Random re-checks</source>
            <translation>随机抽查</translation>
        </message>
        <message>
            <source>Photos used before, one hazard reported as several, rings, check-ins from the past: what looks odd comes here by itself, with what it rests on. Nobody loses a point before a person has decided.</source>
            <translation>照片重复使用、一处隐患拆成多条上报、互相复核、补传的打卡……系统自动把异常列在这里，并说明依据。未经人工核查，任何人都不会被扣分。</translation>
        </message>
        <message>
            <source>Of what earns points a share is drawn at random, and somebody who had no part looks again.</source>
            <translation>系统从获得积分的记录中随机抽取一部分，由没有参与过的人到现场复查。</translation>
        </message>
        <message>
            <source>Nothing looks odd</source>
            <translation>没有异常</translation>
        </message>
        <message>
            <source>Nothing was drawn yet</source>
            <translation>还没有抽中的记录</translation>
        </message>
        <message>
            <source>Rules…</source>
            <translation>规则…</translation>
        </message>
        <message numerus="yes">
            <source>Looked at: the last %n days</source>
            <translation>
                <numerusform>核查范围：最近 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>{percent} % are drawn, nobody can foresee which</source>
            <translation>随机抽取 {percent} %，事先无法预知</translation>
        </message>
        <message>
            <source>Points at stake</source>
            <translation>涉及积分</translation>
        </message>
    </context>
    <context>
        <name>DragRows</name>
        <message>
            <source>Add a line</source>
            <translation>增加一行</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Take this line away</source>
            <translation>去掉这一行</translation>
        </message>
        <message>
            <source>Drag lines into their order; choose one to change it.</source>
            <translation>拖动可调整顺序，选中一行即可修改。</translation>
        </message>
    </context>
    <context>
        <name>DrillCard</name>
        <message>
            <source>Save the drill</source>
            <translation>保存演练</translation>
        </message>
        <message>
            <source>A message goes the whole way of a critical alert to one person on duty, each time another one, and says that it is a drill. It is answered within 30 minutes, or the EHS manager hears of it.</source>
            <translation>按紧急告警的渠道通知一名值班人员（每次轮换），并写明是演练。30 分钟内没有确认时，通知 EHS 经理。</translation>
        </message>
        <message>
            <source>never</source>
            <translation>不演练</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>DrillYear</name>
        <message>
            <source>The year before</source>
            <translation>上一年</translation>
        </message>
        <message>
            <source>The year after</source>
            <translation>下一年</translation>
        </message>
        <message>
            <source>All drills</source>
            <translation>全部演练</translation>
        </message>
        <message numerus="yes">
            <source>Month {month}: %n drills</source>
            <translation>
                <numerusform>{month} 月：%n 次演练</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Drills</name>
        <message>
            <source>Drills of alerts</source>
            <translation>告警演练</translation>
        </message>
        <message>
            <source>Once a week, or when you begin one, a message goes to somebody on duty the way of an alert.</source>
            <translation>每周一次，或由您发起：按告警的渠道向一名值班人员发送通知。</translation>
        </message>
        <message>
            <source>No drill yet</source>
            <translation>还没有演练</translation>
        </message>
        <message>
            <source>Begin a drill now</source>
            <translation>现在演练</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Day, time and who it goes to are set under Settings. Where nobody answers within 30 minutes, the EHS manager is told.</source>
            <translation>演练的日期、时间和对象在“设置”中设定。30 分钟无人确认时通知 EHS 经理。</translation>
        </message>
        <message numerus="yes">
            <source>acknowledged within %n min</source>
            <translation>
                <numerusform>%n 分钟内确认</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>too late, after %n min</source>
            <translation>
                <numerusform>太晚，%n 分钟后才确认</numerusform>
            </translation>
        </message>
        <message>
            <source>nobody was on duty</source>
            <translation>当时无人值班</translation>
        </message>
        <message>
            <source>nobody has answered</source>
            <translation>无人确认</translation>
        </message>
        <message>
            <source>waits for an answer</source>
            <translation>等待确认</translation>
        </message>
        <message>
            <source>weekly</source>
            <translation>每周</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
    </context>
    <context>
        <name>DueToday</name>
        <message numerus="yes">
            <source>%n alerts wait for an answer</source>
            <translation>
                <numerusform>%n 条告警等您确认</numerusform>
            </translation>
        </message>
        <message>
            <source>me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>to answer</source>
            <translation>待确认</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>去确认</translation>
        </message>
        <message>
            <source>A drill of alerts waits for your answer</source>
            <translation>告警演练等您确认</translation>
        </message>
        <message numerus="yes">
            <source>%n redemptions to approve</source>
            <translation>
                <numerusform>%n 单兑换待审批</numerusform>
            </translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>审批</translation>
        </message>
        <message numerus="yes">
            <source>%n proposals of points to decide</source>
            <translation>
                <numerusform>%n 条手工积分待审批</numerusform>
            </translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>审批</translation>
        </message>
        <message numerus="yes">
            <source>%n stock counts to decide</source>
            <translation>
                <numerusform>%n 笔盘点差异待批准</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n random re-checks for you</source>
            <translation>
                <numerusform>您有 %n 项随机抽查</numerusform>
            </translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message numerus="yes">
            <source>%n doubts about points to decide</source>
            <translation>
                <numerusform>%n 条积分疑点待核查</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n drills to evaluate</source>
            <translation>
                <numerusform>%n 次演练待评估</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n drills to hold</source>
            <translation>
                <numerusform>%n 次演练待组织</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message numerus="yes">
            <source>%n of your trainings or certificates are due</source>
            <translation>
                <numerusform>您有 %n 项培训或证书该办了</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing or over</source>
            <translation>
                <numerusform>其中 %n 项缺少或已过期</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Earlier</name>
        <message>
            <source>Nothing has been brought in yet.</source>
            <translation>还没有导入过。</translation>
        </message>
        <message>
            <source>What was kept back…</source>
            <translation>未导入的行…</translation>
        </message>
        <message>
            <source>Take it back…</source>
            <translation>撤回…</translation>
        </message>
        <message numerus="yes">
            <source>%n rows came in</source>
            <translation>
                <numerusform>已导入 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>{came} of {all}</source>
            <translation>{came}（共 {all} 行）</translation>
        </message>
        <message numerus="yes">
            <source>taken back; %n stay, as they have been worked on since</source>
            <translation>
                <numerusform>已撤回；%n 条之后已有人处理，予以保留</numerusform>
            </translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>已撤回</translation>
        </message>
    </context>
    <context>
        <name>EarningRules</name>
        <message>
            <source>Nothing in the last 30 days</source>
            <translation>近 30 天没有发放</translation>
        </message>
        <message numerus="yes">
            <source>%n points</source>
            <translation>
                <numerusform>%n 分</numerusform>
            </translation>
        </message>
        <message>
            <source>{times} times in the last 30 days: {points}</source>
            <translation>近 30 天 {times} 次，共 {points}</translation>
        </message>
    </context>
    <context>
        <name>EditBar</name>
        <message>
            <source>Select</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>Select, move, reshape (V)</source>
            <translation>选择、移动、改形状（V）</translation>
        </message>
        <message>
            <source>Rectangle</source>
            <translation>矩形</translation>
        </message>
        <message>
            <source>Drag from corner to corner (R)</source>
            <translation>从一角拖到对角（R）</translation>
        </message>
        <message>
            <source>Polygon</source>
            <translation>多边形</translation>
        </message>
        <message>
            <source>Click the corners; Enter closes (P)</source>
            <translation>逐个点角点，回车闭合（P）</translation>
        </message>
        <message>
            <source>Things</source>
            <translation>设施</translation>
        </message>
        <message>
            <source>Put equipment, sensors, doors on the plan (T)</source>
            <translation>在平面图上放置设备、传感器和门（T）</translation>
        </message>
        <message>
            <source>Take from the drawing</source>
            <translation>从图纸取区域</translation>
        </message>
        <message>
            <source>Rooms found in the drawing</source>
            <translation>图纸里找到的房间</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take the last change back (Ctrl+Z)</source>
            <translation>撤回上一步（Ctrl+Z）</translation>
        </message>
    </context>
    <context>
        <name>Editing</name>
        <message>
            <source>Saved: {zone}</source>
            <translation>已保存：{zone}</translation>
        </message>
        <message>
            <source>Outline changed: {zone}</source>
            <translation>已改轮廓：{zone}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Report a hazard here</source>
            <translation>在此上报隐患</translation>
        </message>
        <message>
            <source>Show the whole floor</source>
            <translation>显示整个楼层</translation>
        </message>
        <message>
            <source>Draw a line across the zone: drag, or click its two ends. Esc gives up.</source>
            <translation>请画一条穿过区域的线：拖动，或点击两端。按 Esc 放弃。</translation>
        </message>
        <message>
            <source>Split: {zone} and {part}</source>
            <translation>已拆分：{zone}、{part}</translation>
        </message>
        <message>
            <source>Merged: {part} is now part of {zone}</source>
            <translation>已合并：{part} 并入 {zone}</translation>
        </message>
        <message>
            <source>Copied: {zone}</source>
            <translation>已复制：{zone}</translation>
        </message>
    </context>
    <context>
        <name>ElementForm</name>
        <message>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>Largest letters (pt)</source>
            <translation>最大字号（磅）</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>加粗</translation>
        </message>
        <message>
            <source>In the middle</source>
            <translation>居中</translation>
        </message>
        <message>
            <source>Insert a fact…</source>
            <translation>插入内容…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Press something on the label to change it.</source>
            <translation>点一下标签上的内容，就可以修改。</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>二维码</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>线条</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>标志</translation>
        </message>
    </context>
    <context>
        <name>EmergencyDialog</name>
        <message>
            <source>In an emergency: {zone}</source>
            <translation>应急处置：{zone}</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Too long by {n} characters</source>
            <translation>超出 {n} 个字</translation>
        </message>
    </context>
    <context>
        <name>EmergencyPlans</name>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Whole plant</source>
            <translation>全厂</translation>
        </message>
        <message>
            <source>all named</source>
            <translation>均已指定</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>适用区域</translation>
        </message>
        <message>
            <source>Nobody named for</source>
            <translation>未指定人员的角色</translation>
        </message>
        <message>
            <source>Last drill</source>
            <translation>最近演练</translation>
        </message>
        <message>
            <source>version {n}</source>
            <translation>第 {n} 版</translation>
        </message>
        <message>
            <source>nobody named</source>
            <translation>未指定人员</translation>
        </message>
        <message>
            <source>Revise…</source>
            <translation>修订…</translation>
        </message>
        <message>
            <source>The plan is retired.</source>
            <translation>预案已停用。</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>The plan is there; phones find it by the zone's label.</source>
            <translation>预案已保存，手机扫区域标签即可查看。</translation>
        </message>
        <message>
            <source>New emergency plan</source>
            <translation>新建应急预案</translation>
        </message>
        <message>
            <source>What is done</source>
            <translation>处置内容</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Within min</source>
            <translation>几分钟内</translation>
        </message>
        <message>
            <source>Stands in</source>
            <translation>替补</translation>
        </message>
        <message>
            <source>What the role does</source>
            <translation>职责</translation>
        </message>
        <message>
            <source>Who is called</source>
            <translation>打给谁</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Ready plans</source>
            <translation>现成预案</translation>
        </message>
        <message>
            <source>Take one, then name its people and its zones.</source>
            <translation>采用一份，再指定人员和适用区域。</translation>
        </message>
        <message>
            <source>Make mine</source>
            <translation>拿来用</translation>
        </message>
        <message>
            <source>The plan is yours now: name its people.</source>
            <translation>预案已采用，请指定人员。</translation>
        </message>
    </context>
    <context>
        <name>EntryPanel</name>
        <message>
            <source>No record was changed.</source>
            <translation>没有改动任何内容。</translation>
        </message>
        <message>
            <source>Copy hash</source>
            <translation>复制哈希值</translation>
        </message>
        <message>
            <source>What is not as it was written</source>
            <translation>与当初写入不符的地方</translation>
        </message>
        <message>
            <source>Don't change anything now. Keep this computer's folder, and tell the administrator.</source>
            <translation>请先不要改动任何东西：保留这台电脑上的数据文件夹，并通知管理员。</translation>
        </message>
        <message>
            <source>New: {thing}</source>
            <translation>新建：{thing}</translation>
        </message>
        <message>
            <source>Entry {seq} of the chain, from device {device}</source>
            <translation>记录链第 {seq} 条，来自设备 {device}</translation>
        </message>
    </context>
    <context>
        <name>Everywhere</name>
        <message>
            <source>Search everything</source>
            <translation>搜索全部内容</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Keep step with the hub now</source>
            <translation>立即与中心同步</translation>
        </message>
        <message>
            <source>What waits to be sent</source>
            <translation>查看待发送的内容</translation>
        </message>
        <message>
            <source>Take with me</source>
            <translation>带走</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Tour of the window</source>
            <translation>界面导览</translation>
        </message>
        <message>
            <source>Navigation: names or icons</source>
            <translation>导航栏：显示名称或只显示图标</translation>
        </message>
        <message>
            <source>Theme: light or dark</source>
            <translation>主题：浅色或深色</translation>
        </message>
        <message>
            <source>In a table: filter</source>
            <translation>表格：筛选</translation>
        </message>
        <message>
            <source>In a table: save as Excel</source>
            <translation>表格：另存为 Excel</translation>
        </message>
        <message>
            <source>In a table: copy rows with head</source>
            <translation>表格：复制所选行（含表头）</translation>
        </message>
        <message>
            <source>In a table: copy rows without head</source>
            <translation>在表格里：复制所选行（不含表头）</translation>
        </message>
        <message>
            <source>In a table: choose all rows</source>
            <translation>在表格里：全选</translation>
        </message>
        <message>
            <source>In a table: what can be done with the row</source>
            <translation>在表格里：打开该行的菜单</translation>
        </message>
        <message>
            <source>Report a hazard</source>
            <translation>上报隐患</translation>
        </message>
        <message>
            <source>Reported. It gets its number from the hub.</source>
            <translation>已上报，编号由安环台中心给出。</translation>
        </message>
        <message>
            <source>There is no table on this page to save.</source>
            <translation>这一页没有可以保存的表格。</translation>
        </message>
    </context>
    <context>
        <name>Exercises</name>
        <message>
            <source>evaluated: {score}</source>
            <translation>已评估：{score} 分</translation>
        </message>
        <message>
            <source>to be evaluated</source>
            <translation>待评估</translation>
        </message>
        <message>
            <source>running</source>
            <translation>演练中</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>待开始</translation>
        </message>
        <message>
            <source>Took part</source>
            <translation>参加人数</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>Stands</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>The drill is planned; who has a part in it has been told.</source>
            <translation>演练已安排，已通知有角色的人员。</translation>
        </message>
        <message>
            <source>Roles (left empty: those of the plan)</source>
            <translation>角色（留空则按预案）</translation>
        </message>
        <message>
            <source>New drill</source>
            <translation>安排应急演练</translation>
        </message>
        <message>
            <source>Who takes part scans this.</source>
            <translation>参加人员扫这个码签到。</translation>
        </message>
        <message numerus="yes">
            <source>%n took part</source>
            <translation>
                <numerusform>参加人员 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>Hazards found</source>
            <translation>发现的隐患</translation>
        </message>
        <message>
            <source>within {n} min</source>
            <translation>计划 {n} 分钟内</translation>
        </message>
        <message>
            <source>done after {t}</source>
            <translation>{t} 完成</translation>
        </message>
        <message>
            <source>The clock runs.</source>
            <translation>演练开始，正在计时。</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始演练</translation>
        </message>
        <message>
            <source>The drill is cancelled.</source>
            <translation>演练已取消。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消演练</translation>
        </message>
        <message>
            <source>The drill is over.</source>
            <translation>演练已结束。</translation>
        </message>
        <message>
            <source>End</source>
            <translation>结束演练</translation>
        </message>
        <message>
            <source>Evaluate…</source>
            <translation>评估…</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>演练报告…</translation>
        </message>
        <message>
            <source>Took part…</source>
            <translation>登记参加人员…</translation>
        </message>
        <message>
            <source>Who took part?</source>
            <translation>哪些人参加了？</translation>
        </message>
        <message>
            <source>It is noted.</source>
            <translation>已登记。</translation>
        </message>
        <message>
            <source>The drill is evaluated.</source>
            <translation>演练已评估。</translation>
        </message>
        <message>
            <source>Evaluation</source>
            <translation>演练评估</translation>
        </message>
        <message>
            <source>What is looked at</source>
            <translation>评估内容</translation>
        </message>
        <message>
            <source>Part of the evaluation</source>
            <translation>所属部分</translation>
        </message>
        <message>
            <source>Most points</source>
            <translation>满分</translation>
        </message>
        <message>
            <source>Items of evaluation</source>
            <translation>评估项目</translation>
        </message>
        <message>
            <source>Drills are evaluated so from now on; evaluations that were made keep their items.</source>
            <translation>今后的演练按此评估；已做的评估沿用原有项目。</translation>
        </message>
        <message>
            <source>Report of the drill</source>
            <translation>演练报告</translation>
        </message>
        <message>
            <source>The report is kept.</source>
            <translation>报告已保存。</translation>
        </message>
    </context>
    <context>
        <name>ExtraPart</name>
        <message>
            <source>at the zone, as the phone told it</source>
            <translation>手机位置与区域相符</translation>
        </message>
        <message>
            <source>at least {n} m from the zone: look closely</source>
            <translation>手机离区域至少 {n} 米，请仔细核对</translation>
        </message>
        <message>
            <source>Reported from</source>
            <translation>上报位置</translation>
        </message>
    </context>
    <context>
        <name>FieldsTable</name>
        <message>
            <source>Field by field</source>
            <translation>逐项对照</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <source>What earns points, and the limits</source>
            <translation>积分规则与限额</translation>
        </message>
        <message>
            <source>What earns points</source>
            <translation>积分规则</translation>
        </message>
        <message>
            <source>Limits and budget</source>
            <translation>上限与预算</translation>
        </message>
        <message>
            <source>Other figures hold from now on; what was earned stays. There is no reward for a month without injuries: it would teach people to keep silent.</source>
            <translation>新规则从现在起生效，已获得的积分不变。不设“无工伤奖”，以免助长瞒报。</translation>
        </message>
        <message>
            <source>Save the figures</source>
            <translation>保存规则</translation>
        </message>
        <message>
            <source>Who changed the rules</source>
            <translation>规则变更记录</translation>
        </message>
        <message>
            <source>Nobody yet: they are as every plant begins.</source>
            <translation>尚未修改，均为初始规则。</translation>
        </message>
        <message>
            <source>This month's budget</source>
            <translation>本月积分预算</translation>
        </message>
        <message>
            <source>Given so far</source>
            <translation>已发放</translation>
        </message>
        <message>
            <source>By the end of the month, as it goes</source>
            <translation>按目前进度，月底将发放</translation>
        </message>
        <message>
            <source>Mean of the months before</source>
            <translation>前几个月平均</translation>
        </message>
        <message>
            <source>Budget of a month</source>
            <translation>每月预算</translation>
        </message>
        <message>
            <source>Held by people, not yet spent</source>
            <translation>员工持有、尚未兑换</translation>
        </message>
        <message>
            <source>As it goes, {points} points more than the budget will be given.</source>
            <translation>按目前进度，将超出预算 {points} 分。</translation>
        </message>
        <message numerus="yes">
            <source>%n points</source>
            <translation>
                <numerusform>%n 分</numerusform>
            </translation>
        </message>
        <message>
            <source>{points} (¥{yuan})</source>
            <translation>{points}（¥{yuan}）</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>In danger now</source>
            <translation>现在有危险</translation>
        </message>
        <message>
            <source>Waits for me</source>
            <translation>等我处理</translation>
        </message>
        <message>
            <source>Inspections on time</source>
            <translation>巡检按时</translation>
        </message>
        <message>
            <source>Stuck or silent</source>
            <translation>没送到、看不见</translation>
        </message>
        <message>
            <source>Nothing overdue, missed or over its limit</source>
            <translation>没有超时，没有漏检，没有超限</translation>
        </message>
        <message>
            <source>Nothing waits for you</source>
            <translation>没有等您处理的</translation>
        </message>
        <message>
            <source>No inspections today</source>
            <translation>今天没有巡检</translation>
        </message>
        <message>
            <source>All of today made</source>
            <translation>今天的都做完了</translation>
        </message>
        <message>
            <source>of {n}</source>
            <translation>/ {n} 次</translation>
        </message>
        <message>
            <source>Everything has reached the hub</source>
            <translation>都已送到中心</translation>
        </message>
        <message>
            <source>hub unreachable</source>
            <translation>连不上中心</translation>
        </message>
    </context>
    <context>
        <name>FillDialog</name>
        <message>
            <source>Extra fields</source>
            <translation>附加字段</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
    </context>
    <context>
        <name>FilterChips</name>
        <message>
            <source>Clear this filter</source>
            <translation>取消这个筛选</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>全部取消</translation>
        </message>
    </context>
    <context>
        <name>FindingPanel</name>
        <message>
            <source>The visits it rests on</source>
            <translation>依据的进出记录</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Whom the pseudonym stands for</source>
            <translation>代号对应的人</translation>
        </message>
        <message>
            <source>Agreed until {when}. Each look stands in the journal.</source>
            <translation>同意查看，有效至 {when}。每次查看都会记入追溯。</translation>
        </message>
        <message>
            <source>Show the name</source>
            <translation>查看姓名</translation>
        </message>
        <message>
            <source>The last request was declined.</source>
            <translation>上一次申请未获同意。</translation>
        </message>
        <message>
            <source>{name} asks for the name: {reason}</source>
            <translation>{name} 申请查看姓名：{reason}</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Another person of the safety office has to agree.</source>
            <translation>须由安全部门的另一人同意。</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Why the name is needed</source>
            <translation>为什么需要知道姓名</translation>
        </message>
        <message>
            <source>Ask for the name</source>
            <translation>申请查看姓名</translation>
        </message>
        <message>
            <source>Please say why the name is needed.</source>
            <translation>请写明为什么需要知道姓名。</translation>
        </message>
        <message>
            <source>Your answer has reached the hub.</source>
            <translation>服务端已收到您的决定。</translation>
        </message>
    </context>
    <context>
        <name>FindingsView</name>
        <message>
            <source>Unusual is not wrong: look at the visits before anything else. People go by pseudonyms; a name takes a reason and a second person, and each look stands in the journal.</source>
            <translation>异常不等于违规：请先看进出记录。人员以代号显示；查看姓名要写明理由并由另一人同意，每次查看都会记入追溯。</translation>
        </message>
        <message>
            <source>Who is often alone out of hours, stays unusually long or comes unusually often stands here.</source>
            <translation>经常在非工作时间独处、停留过久或进出偏多的情况列在这里。</translation>
        </message>
        <message>
            <source>Nothing stands out</source>
            <translation>没有异常</translation>
        </message>
        <message numerus="yes">
            <source>%n requests for a name wait for another person.</source>
            <translation>
                <numerusform>有 %n 个查看姓名的申请待另一人同意。</numerusform>
            </translation>
        </message>
        <message>
            <source>What stands out</source>
            <translation>异常</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>最近一次</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Sign in in the browser that has opened. It must show these characters:</source>
            <translation>请在打开的浏览器里登录，浏览器上应显示同样的字符：</translation>
        </message>
        <message>
            <source>Welcome to Anhuan</source>
            <translation>欢迎使用安环台</translation>
        </message>
        <message>
            <source>Safe work, from the first label on. What would you like to do?</source>
            <translation>安全，从第一张标签开始。您想做什么？</translation>
        </message>
        <message>
            <source>My plant</source>
            <translation>我的工厂</translation>
        </message>
        <message>
            <source>Make a new plant on this computer. Phones and other consoles join it later.</source>
            <translation>在这台电脑上新建工厂，手机和其他电脑以后再加入。</translation>
        </message>
        <message>
            <source>Make my plant</source>
            <translation>新建工厂</translation>
        </message>
        <message>
            <source>Join a hub</source>
            <translation>加入中心</translation>
        </message>
        <message>
            <source>The plant is already there; this console keeps a copy and works offline, too.</source>
            <translation>工厂已经有了；本机保存一份副本，断网也能工作。</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Demo plant</source>
            <translation>演示工厂</translation>
        </message>
        <message>
            <source>Look around in a machining works that is in full swing. Nothing of it is yours.</source>
            <translation>看看一家正在生产的机加工厂。里面的数据都是演示用的。</translation>
        </message>
        <message>
            <source>Open the demo</source>
            <translation>打开演示</translation>
        </message>
        <message>
            <source>for example: East China Precision Machinery</source>
            <translation>例如：华东精密机械</translation>
        </message>
        <message>
            <source>your name</source>
            <translation>您的姓名</translation>
        </message>
        <message>
            <source>Name of the plant</source>
            <translation>工厂名称</translation>
        </message>
        <message>
            <source>You (EHS manager)</source>
            <translation>您（EHS 经理）</translation>
        </message>
        <message>
            <source>Password, at least 8 characters</source>
            <translation>密码，至少 8 个字符</translation>
        </message>
        <message>
            <source>The password again</source>
            <translation>再输一次密码</translation>
        </message>
        <message>
            <source>Make the plant</source>
            <translation>建立工厂</translation>
        </message>
        <message>
            <source>employee number, e-mail or name</source>
            <translation>工号、邮箱或姓名</translation>
        </message>
        <message>
            <source>paste it here, or a picture of the QR code</source>
            <translation>粘贴在这里，也可粘贴二维码图片</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Pairing line or code, if you were given one</source>
            <translation>配对行或配对码（如果有人给了您）</translation>
        </message>
        <message>
            <source>Address of the hub</source>
            <translation>中心地址</translation>
        </message>
        <message>
            <source>Who you are</source>
            <translation>您是谁</translation>
        </message>
        <message>
            <source>Password or one-time code</source>
            <translation>密码或一次性登录码</translation>
        </message>
        <message>
            <source>Sign in by the browser…</source>
            <translation>用浏览器登录（企业微信、钉钉、公司账号）…</translation>
        </message>
        <message>
            <source>Read the pairing QR code from a picture…</source>
            <translation>从图片读取配对二维码…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Writing the demo plant: this takes up to a minute…</source>
            <translation>正在写入演示工厂，最多一分钟…</translation>
        </message>
        <message>
            <source>Please give the plant and yourself a name.</source>
            <translation>请填写工厂名称和您的姓名。</translation>
        </message>
        <message>
            <source>The password needs at least 8 characters.</source>
            <translation>密码至少要 8 个字符。</translation>
        </message>
        <message>
            <source>The two passwords are not the same.</source>
            <translation>两次输入的密码不一样。</translation>
        </message>
        <message>
            <source>Making the plant…</source>
            <translation>正在建立工厂…</translation>
        </message>
        <message>
            <source>A picture with the QR code</source>
            <translation>带二维码的图片</translation>
        </message>
        <message>
            <source>Reaching the hub…</source>
            <translation>正在连接中心…</translation>
        </message>
        <message>
            <source>Please fill in the pairing line, or the three lines below it.</source>
            <translation>请填配对行，或填下面三项。</translation>
        </message>
        <message>
            <source>Please fill in the address of the hub.</source>
            <translation>请填写中心的地址。</translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message>
            <source>Shifts</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Choose how this plant works: one press sets the usual shifts up.</source>
            <translation>选本厂的工作制：点一下就建好常用班次。</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Paste or open your Excel list, or add people one by one.</source>
            <translation>粘贴或打开您的 Excel 名单，也可以逐个添加。</translation>
        </message>
        <message>
            <source>Floor plan</source>
            <translation>厂区平面图</translation>
        </message>
        <message>
            <source>Import a drawing of one floor: DXF, PDF, or a picture with its scale.</source>
            <translation>导入一层的图纸：DXF、PDF，或带比例的图片。</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Take them from the drawing or draw them, and give each a class A to D.</source>
            <translation>从图纸里取或者自己画，给每个区域定 A–D 类。</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Say once which address phones open, then print a label for each zone.</source>
            <translation>填一次手机访问的地址，然后给每个区域打印标签。</translation>
        </message>
        <message>
            <source>Inspection plan</source>
            <translation>巡检计划</translation>
        </message>
        <message>
            <source>Choose a ready checklist and the zones that are inspected by it.</source>
            <translation>选一张现成的检查表，再选要巡检的区域。</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>告警规则</translation>
        </message>
        <message>
            <source>Begin with a template: who is told when something is not done in time.</source>
            <translation>从模板开始：没按时做完，告诉谁。</translation>
        </message>
    </context>
    <context>
        <name>FirstStepsCard</name>
        <message>
            <source>First steps</source>
            <translation>起步</translation>
        </message>
        <message>
            <source>Tour of the window</source>
            <translation>界面导览</translation>
        </message>
        <message>
            <source>{n} of {all} done</source>
            <translation>已完成 {n}/{all}</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>put off</source>
            <translation>先跳过</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>去做</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>先跳过</translation>
        </message>
    </context>
    <context>
        <name>FloorsDialog</name>
        <message>
            <source>Floors</source>
            <translation>楼层</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>层</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>厂区</translation>
        </message>
        <message>
            <source>Building</source>
            <translation>厂房</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Position on the earth…</source>
            <translation>地理位置…</translation>
        </message>
        <message>
            <source>Retire floor and zones</source>
            <translation>停用楼层及其区域</translation>
        </message>
        <message>
            <source>Restore floor</source>
            <translation>恢复楼层</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>{floor} (out of use)</source>
            <translation>{floor}（已停用）</translation>
        </message>
        <message>
            <source>{width} × {height} m</source>
            <translation>{width} × {height} 米</translation>
        </message>
        <message>
            <source>{size} · position set</source>
            <translation>{size} · 已定位</translation>
        </message>
        <message>
            <source>{size} · no position yet</source>
            <translation>{size} · 尚未定位</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>e.g. {day}</source>
            <translation>例如 {day}</translation>
        </message>
    </context>
    <context>
        <name>FormTimesCard</name>
        <message>
            <source>Every phone measures how long the form takes, and tells the hub nothing of who or where it was.</source>
            <translation>每部手机都会记下填表用时，只把用时告诉中心，不含是谁、在哪里。</translation>
        </message>
        <message>
            <source>Show the last 30 days</source>
            <translation>查看最近 30 天</translation>
        </message>
        <message>
            <source>Phones: {url}/trust, good until {day}. SHA-256 {mark}</source>
            <translation>手机：{url}/trust，有效期至 {day}。SHA-256 {mark}</translation>
        </message>
        <message>
            <source>{sent} sent, {left} left unfinished</source>
            <translation>已提交 {sent} 次，中途放弃 {left} 次</translation>
        </message>
        <message>
            <source>Most often left at: {field}</source>
            <translation>最常在此放弃：{field}</translation>
        </message>
        <message>
            <source>From opening to receipt: half within {p50} s, nine of ten within {p90} s</source>
            <translation>从打开到收到编号：一半在 {p50} 秒内，九成在 {p90} 秒内</translation>
        </message>
        <message>
            <source>Costs most time: {field}</source>
            <translation>最费时间的一项：{field}</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>half</source>
            <translation>一半</translation>
        </message>
        <message>
            <source>9 of 10</source>
            <translation>九成</translation>
        </message>
        <message>
            <source>reports</source>
            <translation>次数</translation>
        </message>
    </context>
    <context>
        <name>GapsView</name>
        <message>
            <source>May not work</source>
            <translation>不能上岗</translation>
        </message>
        <message>
            <source>Soon over</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>By posts</source>
            <translation>按岗位</translation>
        </message>
        <message>
            <source>may not work</source>
            <translation>不能上岗</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Lacks or expired</source>
            <translation>缺少或过期</translation>
        </message>
        <message numerus="yes">
            <source>%n people may not work today</source>
            <translation>
                <numerusform>今天有 %n 人不能上岗</numerusform>
            </translation>
        </message>
        <message>
            <source>Everybody has what their posts ask for</source>
            <translation>在岗人员都符合岗位要求</translation>
        </message>
        <message numerus="yes">
            <source>%n people with posts</source>
            <translation>
                <numerusform>已分配岗位 %n 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with something soon over</source>
            <translation>
                <numerusform>%n 人有项目即将到期</numerusform>
            </translation>
        </message>
        <message>
            <source>{post} · {need}: show all posts</source>
            <translation>{post} · {need}：显示全部岗位</translation>
        </message>
    </context>
    <context>
        <name>GoodsPanel</name>
        <message>
            <source>New in the catalogue</source>
            <translation>上架新商品</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>上架</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>下架</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>重新上架</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>选择图片…</translation>
        </message>
        <message>
            <source>e.g. S M L; none where there is only one</source>
            <translation>如：S M L；不分规格则不填</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>{on_hand} in stock, {held} of them held</source>
            <translation>在库 {on_hand} 件，其中预留 {held} 件</translation>
        </message>
        <message>
            <source>The shop clerk takes goods in and counts them.</source>
            <translation>入库和盘点由商城管理员办理。</translation>
        </message>
        <message>
            <source>What came and went last</source>
            <translation>最近出入库</translation>
        </message>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
            <translation>图片 (*.jpg *.jpeg *.png *.webp)</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>It is in the catalogue.</source>
            <translation>已上架。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>It is no longer in the catalogue.</source>
            <translation>已下架。</translation>
        </message>
    </context>
    <context>
        <name>GoodsView</name>
        <message>
            <source>Also what is no longer in it</source>
            <translation>含已下架</translation>
        </message>
        <message>
            <source>Add to the catalogue</source>
            <translation>上架商品</translation>
        </message>
        <message>
            <source>What people may choose for their points: protective equipment, welfare, commendations.</source>
            <translation>员工用积分兑换的商品：劳保用品、生活福利、评优激励。</translation>
        </message>
        <message>
            <source>Nothing in the shop yet</source>
            <translation>商城还没有商品</translation>
        </message>
        <message numerus="yes">
            <source>%n rewards</source>
            <translation>
                <numerusform>%n 种商品</numerusform>
            </translation>
        </message>
        <message>
            <source>{kinds} · in stock for ¥{worth}</source>
            <translation>{kinds} · 库存价值 ¥{worth}</translation>
        </message>
        <message>
            <source>Free by size</source>
            <translation>各规格可兑</translation>
        </message>
        <message>
            <source>Cost (¥)</source>
            <translation>成本（¥）</translation>
        </message>
    </context>
    <context>
        <name>GrantsCard</name>
        <message>
            <source>The roles of EHS manager and administrator are asked for by one and agreed to by another. In an emergency one gives another a role at once; the safety office is told, and it goes back by itself.</source>
            <translation>EHS 经理和系统管理员的角色由一人申请、另一人同意。紧急情况下可由一人立即授予另一人临时角色：安环办会收到通知，到期自动收回。</translation>
        </message>
        <message>
            <source>Give a role in an emergency…</source>
            <translation>应急授权…</translation>
        </message>
        <message>
            <source>Who may do what…</source>
            <translation>操作权限表…</translation>
        </message>
        <message>
            <source>Save the times</source>
            <translation>保存时限</translation>
        </message>
        <message>
            <source>In an emergency until {when}: {whom} is {roles}. Given by {by}: {reason}</source>
            <translation>应急授权，至 {when}：{whom} 为{roles}。授权人 {by}，理由：{reason}</translation>
        </message>
        <message>
            <source>Take the role back</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>{whom} is to become {roles}. Asked by {by}: {reason} Waits until {when}.</source>
            <translation>申请授予 {whom}：{roles}。申请人 {by}，理由：{reason}。有效至 {when}。</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>已完成。</translation>
        </message>
        <message>
            <source>Give it now</source>
            <translation>立即授权</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>请把每一项都填上。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>GroupPage</name>
        <message>
            <source>Join another plant…</source>
            <translation>加入其他工厂…</translation>
        </message>
        <message>
            <source>Leave this plant</source>
            <translation>退出该厂</translation>
        </message>
        <message>
            <source>Figures of the last 30 days; what is open, of now. Each plant's own hub reckons them.</source>
            <translation>指标为最近 30 天；未关闭隐患、超时和预警为当前值。均由各厂自己的中心统计。</translation>
        </message>
        <message>
            <source>Where you have a part in other plants, ask there for a pairing line and join them here.</source>
            <translation>如果您在其他工厂也有职责，可向该厂要一条配对信息，在这里加入。</translation>
        </message>
        <message>
            <source>No other plant yet</source>
            <translation>还没有加入其他工厂</translation>
        </message>
        <message numerus="yes">
            <source>%n plants</source>
            <translation>
                <numerusform>共 %n 个工厂</numerusform>
            </translation>
        </message>
        <message>
            <source>{plant} has been joined.</source>
            <translation>已加入{plant}。</translation>
        </message>
        <message>
            <source>Mean hours to fix</source>
            <translation>平均整改时长（小时）</translation>
        </message>
        <message>
            <source>Inspections made</source>
            <translation>巡检完成率</translation>
        </message>
        <message>
            <source>Plant</source>
            <translation>工厂</translation>
        </message>
        <message>
            <source>Injuries</source>
            <translation>可记录伤害</translation>
        </message>
        <message>
            <source>Open hazards</source>
            <translation>未关闭隐患</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>未确认预警</translation>
        </message>
        <message>
            <source>You are there</source>
            <translation>您在该厂的角色</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>数据时间</translation>
        </message>
        <message>
            <source>now</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>out of reach</source>
            <translation>联系不上</translation>
        </message>
        <message>
            <source>signed out</source>
            <translation>登录已失效</translation>
        </message>
        <message>
            <source>shut out</source>
            <translation>本机已被停用</translation>
        </message>
        <message>
            <source>not allowed</source>
            <translation>无权查看</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>没有结果</translation>
        </message>
    </context>
    <context>
        <name>GuidedTour</name>
        <message>
            <source>The pages, in the order of a day</source>
            <translation>按一天的顺序排列的页面</translation>
        </message>
        <message>
            <source>Ctrl+1 to Ctrl+9 lead to the first ones. A number beside a name: so much waits.</source>
            <translation>Ctrl+1 到 Ctrl+9 直达前几页。名称旁的数字表示有多少事等着处理。</translation>
        </message>
        <message>
            <source>Four figures</source>
            <translation>四个数字</translation>
        </message>
        <message>
            <source>Red means that somebody is in danger. A press leads to exactly what was counted.</source>
            <translation>红色表示现在有人有危险。点一下，看到的正是数进去的那些。</translation>
        </message>
        <message>
            <source>What needs you today</source>
            <translation>今天要您处理的</translation>
        </message>
        <message>
            <source>The most urgent first, from all pages. Enter opens a row; arrows choose one.</source>
            <translation>来自各个页面，最急的在前。方向键选择，回车打开。</translation>
        </message>
        <message>
            <source>Find or do anything</source>
            <translation>想找什么、想做什么</translation>
        </message>
        <message>
            <source>Ctrl+K finds zones, people and numbers, and does every action; pinyin works.</source>
            <translation>Ctrl+K 能找区域、人员和编号，也能执行任何操作，可用名称或拼音。</translation>
        </message>
        <message>
            <source>In step with the hub</source>
            <translation>与中心同步</translation>
        </message>
        <message>
            <source>Work goes on without the hub: what waits is counted here and is sent later.</source>
            <translation>连不上中心也能照常工作：待发送的在这里计数，之后再发。</translation>
        </message>
        <message>
            <source>What happened meanwhile</source>
            <translation>这段时间发生了什么</translation>
        </message>
        <message>
            <source>Notifications stand behind the bell, also those that came while you were away.</source>
            <translation>通知都在铃铛里，您离开时来的也在。</translation>
        </message>
        <message>
            <source>All keys at a glance</source>
            <translation>所有快捷键</translation>
        </message>
        <message>
            <source>Press ? on any page. Ctrl+R reports a hazard, Ctrl+Z takes back what was done.</source>
            <translation>在任何页面按 ? 查看。Ctrl+R 上报隐患，Ctrl+Z 撤销。</translation>
        </message>
    </context>
    <context>
        <name>HazardDeeds</name>
        <message>
            <source>Settled as no hazard.</source>
            <translation>已按“不是隐患”办结。</translation>
        </message>
        <message>
            <source>More time granted.</source>
            <translation>已同意延期。</translation>
        </message>
        <message>
            <source>The deadline stays; who asked reads your reason.</source>
            <translation>期限不变，申请人会看到原因。</translation>
        </message>
        <message>
            <source>Graded major. Its five requirements come first.</source>
            <translation>已定为重大隐患，请先编制“五落实”。</translation>
        </message>
        <message>
            <source>Graded general.</source>
            <translation>已定为一般隐患。</translation>
        </message>
        <message>
            <source>The five requirements are written down.</source>
            <translation>“五落实”已保存。</translation>
        </message>
        <message>
            <source>The extra fields are filled in.</source>
            <translation>附加字段已填写。</translation>
        </message>
        <message>
            <source>Nothing else is open in this zone.</source>
            <translation>本区域没有其他未闭环的隐患。</translation>
        </message>
        <message>
            <source>Merged. They can be separated again.</source>
            <translation>已合并，之后还可以拆开。</translation>
        </message>
        <message>
            <source>They are no longer proposed as the same.</source>
            <translation>不再提示为疑似相同。</translation>
        </message>
        <message>
            <source>Parted: it goes on by itself.</source>
            <translation>已拆开，单独继续。</translation>
        </message>
        <message>
            <source>In the open pool: whoever can do it takes it.</source>
            <translation>已放入工单池，由能处理的人领取。</translation>
        </message>
        <message>
            <source>It is yours now.</source>
            <translation>已由您领取。</translation>
        </message>
        <message numerus="yes">
            <source>All that {who} has to fix goes on, %n hazards; clocks run on.</source>
            <translation>
                <numerusform>{who} 手里待整改的 %n 条隐患全部移交，期限不变。</numerusform>
            </translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>Handed over.</source>
            <translation>已移交。</translation>
        </message>
        <message>
            <source>Send several on</source>
            <translation>批量转派</translation>
        </message>
        <message numerus="yes">
            <source>%n hazards are chosen.</source>
            <translation>
                <numerusform>已选 %n 条隐患。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hazards sent on.</source>
            <translation>
                <numerusform>已转派 %n 条隐患。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hazards are in the open pool.</source>
            <translation>
                <numerusform>%n 条隐患已放入工单池。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>More time granted for %n hazards.</source>
            <translation>
                <numerusform>已同意 %n 条隐患延期。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HazardList</name>
        <message>
            <source>No hazards yet</source>
            <translation>还没有隐患</translation>
        </message>
        <message>
            <source>Whoever sees something scans the label of the zone and sends a photo. It appears here, with a clock.</source>
            <translation>谁发现问题，扫一下区域标签、拍一张照片就能上报；隐患会出现在这里，并开始计时。</translation>
        </message>
        <message>
            <source>Print labels for the zones</source>
            <translation>给区域打印标签</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>这里没有</translation>
        </message>
        <message>
            <source>No hazard fits what you have chosen above.</source>
            <translation>没有符合上面所选条件的隐患。</translation>
        </message>
        <message>
            <source>waiting for me {n}</source>
            <translation>待我复核 {n}</translation>
        </message>
        <message>
            <source>overdue {n}</source>
            <translation>超时 {n}</translation>
        </message>
        <message>
            <source>open pool {n}</source>
            <translation>工单池 {n}</translation>
        </message>
        <message>
            <source>open {n}</source>
            <translation>未闭环 {n}</translation>
        </message>
        <message>
            <source>closed {n}</source>
            <translation>已办结 {n}</translation>
        </message>
    </context>
    <context>
        <name>HazardNotice</name>
        <message>
            <source>Rectification notice</source>
            <translation>隐患整改通知单</translation>
        </message>
        <message>
            <source>The notice is written.</source>
            <translation>通知单已写入。</translation>
        </message>
    </context>
    <context>
        <name>HazardPanel</name>
        <message>
            <source>The photos have changed since you looked: look again.</source>
            <translation>您看过之后照片换了，请再看一遍。</translation>
        </message>
        <message>
            <source>History</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>整改前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>整改后</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>上报时间</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Sent to</source>
            <translation>派给</translation>
        </message>
        <message>
            <source>Why there</source>
            <translation>为什么派到这里</translation>
        </message>
        <message>
            <source>Fix due</source>
            <translation>整改期限</translation>
        </message>
        <message>
            <source>Asks for time until</source>
            <translation>申请延期至</translation>
        </message>
        <message>
            <source>Why more time</source>
            <translation>延期原因</translation>
        </message>
        <message>
            <source>Time not granted</source>
            <translation>不同意延期</translation>
        </message>
        <message>
            <source>Fixed by</source>
            <translation>整改人</translation>
        </message>
        <message>
            <source>Fix note</source>
            <translation>整改说明</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>驳回</translation>
        </message>
        <message>
            <source>Change the extra fields…</source>
            <translation>修改附加字段…</translation>
        </message>
        <message>
            <source>Fill in the extra fields…</source>
            <translation>填写附加字段…</translation>
        </message>
        <message>
            <source>Grade as general…</source>
            <translation>定为一般隐患…</translation>
        </message>
        <message>
            <source>Grade as major…</source>
            <translation>定为重大隐患…</translation>
        </message>
        <message>
            <source>The same as…</source>
            <translation>与另一条相同…</translation>
        </message>
        <message>
            <source>A team…</source>
            <translation>选班组…</translation>
        </message>
        <message>
            <source>A person…</source>
            <translation>选人员…</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>派单</translation>
        </message>
        <message>
            <source>Send to</source>
            <translation>派给</translation>
        </message>
        <message>
            <source>Send on to</source>
            <translation>转派给</translation>
        </message>
        <message>
            <source>Into the open pool</source>
            <translation>放入工单池</translation>
        </message>
        <message>
            <source>Hand over all of {who}…</source>
            <translation>移交 {who} 的全部…</translation>
        </message>
        <message>
            <source>Do the {review}</source>
            <translation>去{review}</translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>退回整改…</translation>
        </message>
        <message>
            <source>Compare photos</source>
            <translation>对比照片</translation>
        </message>
        <message>
            <source>Take it on myself</source>
            <translation>我来处理</translation>
        </message>
        <message>
            <source>Grant more time</source>
            <translation>同意延期</translation>
        </message>
        <message>
            <source>Not granted…</source>
            <translation>不同意…</translation>
        </message>
        <message>
            <source>Not a hazard…</source>
            <translation>不是隐患…</translation>
        </message>
        <message>
            <source>Notice…</source>
            <translation>整改通知单…</translation>
        </message>
    </context>
    <context>
        <name>Hazards</name>
        <message>
            <source>(erased)</source>
            <translation>（已删除）</translation>
        </message>
        <message>
            <source>Hazard</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>With</source>
            <translation>在谁手里</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Reporter</source>
            <translation>上报人</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>上报时间</translation>
        </message>
        <message>
            <source>Maybe the same as '{what}'</source>
            <translation>可能与“{what}”相同</translation>
        </message>
        <message>
            <source>Maybe the same as</source>
            <translation>疑似相同</translation>
        </message>
        <message>
            <source>Somebody without a name</source>
            <translation>未留姓名</translation>
        </message>
        <message>
            <source>{who} wanted: {what}. Refused: {why}</source>
            <translation>{who} 想{what}，被拒：{why}</translation>
        </message>
        <message>
            <source>{who}: {what}</source>
            <translation>{who}：{what}</translation>
        </message>
        <message>
            <source>{who} reported it</source>
            <translation>{who} 上报</translation>
        </message>
        <message>
            <source>{who} reported it; it went to {whom}</source>
            <translation>{who} 上报，派给 {whom}</translation>
        </message>
        <message>
            <source>{who} sent it to {whom}</source>
            <translation>{who} 派给 {whom}</translation>
        </message>
        <message>
            <source>{who} took it on</source>
            <translation>{who} 接单</translation>
        </message>
        <message>
            <source>{who} handed the fix in</source>
            <translation>{who} 提交整改</translation>
        </message>
        <message>
            <source>{who} passed the first review</source>
            <translation>{who} 初核通过</translation>
        </message>
        <message>
            <source>{who} passed the second review; closed</source>
            <translation>{who} 终核通过，已销号</translation>
        </message>
        <message>
            <source>{who} approved it without the role by then; another must review</source>
            <translation>{who} 通过了，但送到前角色已撤销，不计入；需另一人复核</translation>
        </message>
        <message>
            <source>{who} returned it: {reason}</source>
            <translation>{who} 退回：{reason}</translation>
        </message>
        <message>
            <source>{who} found it to be the same as {other}; it goes on there</source>
            <translation>{who} 判定与 {other} 相同，并入其中继续处理</translation>
        </message>
        <message>
            <source>{who} parted it again: it is a hazard of its own</source>
            <translation>{who} 撤销合并，恢复为单独隐患</translation>
        </message>
        <message>
            <source>{who} found that it is not the same as {other}</source>
            <translation>{who} 判定与 {other} 不是同一隐患</translation>
        </message>
        <message>
            <source>{who} left open whether it is the same as {other}</source>
            <translation>{who} 撤销了与 {other} 不同的判定</translation>
        </message>
        <message>
            <source>{who} put it into the open pool</source>
            <translation>{who} 放入工单池</translation>
        </message>
        <message>
            <source>{who} took it out of the open pool</source>
            <translation>{who} 从工单池领取</translation>
        </message>
        <message>
            <source>{who} handed it over to {whom}</source>
            <translation>{who} 移交给 {whom}</translation>
        </message>
        <message>
            <source>{who} passed it on to {whom}</source>
            <translation>{who} 转给 {whom}</translation>
        </message>
        <message>
            <source>{who} asked for more time: {reason}</source>
            <translation>{who} 申请延期：{reason}</translation>
        </message>
        <message>
            <source>{who} granted more time</source>
            <translation>{who} 同意延期</translation>
        </message>
        <message>
            <source>{who} did not grant more time: {reason}</source>
            <translation>{who} 不同意延期：{reason}</translation>
        </message>
        <message>
            <source>{who} graded it major: {reason}</source>
            <translation>{who} 评定为重大隐患：{reason}</translation>
        </message>
        <message>
            <source>{who} graded it general: {reason}</source>
            <translation>{who} 评定为一般隐患：{reason}</translation>
        </message>
        <message>
            <source>{who} rejected it: {reason}</source>
            <translation>{who} 驳回：{reason}</translation>
        </message>
        <message>
            <source>Return the fix</source>
            <translation>退回整改</translation>
        </message>
        <message>
            <source>It goes back to who fixed it, with your reason.</source>
            <translation>退回给整改人重新整改，并附上您的理由。</translation>
        </message>
        <message>
            <source>The hazard is still there</source>
            <translation>隐患仍然存在</translation>
        </message>
        <message>
            <source>The photo does not show the place of the report</source>
            <translation>照片不是上报的位置</translation>
        </message>
        <message>
            <source>The photo is too dark or blurred to judge</source>
            <translation>照片太暗或模糊，无法判断</translation>
        </message>
        <message>
            <source>Only put right for the moment; a lasting measure is missing</source>
            <translation>只是临时处理，缺少长效措施</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>No more time</source>
            <translation>不同意延期</translation>
        </message>
        <message>
            <source>The deadline stays. Who asked reads your reason.</source>
            <translation>期限不变，申请人会看到原因。</translation>
        </message>
        <message>
            <source>Too dangerous to wait</source>
            <translation>风险太大不能等</translation>
        </message>
        <message>
            <source>Do it in the next stop</source>
            <translation>趁下次停机做</translation>
        </message>
        <message>
            <source>The parts are here</source>
            <translation>备件已到</translation>
        </message>
        <message>
            <source>Keep the deadline</source>
            <translation>期限不变</translation>
        </message>
        <message>
            <source>Not a hazard</source>
            <translation>不是隐患</translation>
        </message>
        <message>
            <source>It is settled without a fix. Who reported it reads your reason.</source>
            <translation>不经整改直接办结，上报人会看到您的理由。</translation>
        </message>
        <message>
            <source>Already reported and being fixed</source>
            <translation>已有人上报，正在整改</translation>
        </message>
        <message>
            <source>As intended and safe</source>
            <translation>本来如此，符合安全要求</translation>
        </message>
        <message>
            <source>Not within the plant's responsibility</source>
            <translation>不属于本厂管理范围</translation>
        </message>
        <message>
            <source>Settle it</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Grade as major</source>
            <translation>定为重大隐患</translation>
        </message>
        <message>
            <source>Its five requirements come first: until they are written down, fixing waits.</source>
            <translation>须先编制“五落实”，在此之前不能开始整改。</translation>
        </message>
        <message>
            <source>One of the situations that the authority's list names as major</source>
            <translation>属于重大事故隐患判定标准所列情形</translation>
        </message>
        <message>
            <source>It can hurt several people at once, or kill</source>
            <translation>可能造成多人伤亡</translation>
        </message>
        <message>
            <source>It can't be put right at once and production has to stop</source>
            <translation>无法立即整改，需停产停业</translation>
        </message>
        <message>
            <source>Grade it major</source>
            <translation>定为重大</translation>
        </message>
        <message>
            <source>Grade as general</source>
            <translation>定为一般隐患</translation>
        </message>
        <message>
            <source>From now on it has the deadline of its zone.</source>
            <translation>自此按所在区域的整改期限执行。</translation>
        </message>
        <message>
            <source>None of the situations of the authority's list</source>
            <translation>不属于判定标准所列情形</translation>
        </message>
        <message>
            <source>What made it major has been taken away</source>
            <translation>构成重大的情形已消除</translation>
        </message>
        <message>
            <source>Grade it general</source>
            <translation>定为一般</translation>
        </message>
        <message>
            <source>to be numbered</source>
            <translation>待编号</translation>
        </message>
        <message>
            <source>{state} · needs another</source>
            <translation>{state} · 需另一人复核</translation>
        </message>
        <message>
            <source>{state} · major, no plan</source>
            <translation>{state} · 重大，缺五落实</translation>
        </message>
        <message>
            <source>{state} · photos changed</source>
            <translation>{state} · 照片已换</translation>
        </message>
        <message>
            <source>Approved by me, not yet confirmed</source>
            <translation>我已通过，待中心确认</translation>
        </message>
        <message>
            <source>Returned by me, not yet confirmed</source>
            <translation>我已退回，待中心确认</translation>
        </message>
        <message>
            <source>Rejected by me, not yet confirmed</source>
            <translation>我已驳回，待中心确认</translation>
        </message>
        <message>
            <source>{state}, not yet confirmed</source>
            <translation>{state}，待中心确认</translation>
        </message>
        <message>
            <source>{who} approved it while holding the role, which was withdrawn before: another must review.</source>
            <translation>{who} 在有复核角色时通过了整改，送到前角色已被撤销：保留、不计入，需另一人复核。</translation>
        </message>
        <message>
            <source>second review</source>
            <translation>终核</translation>
        </message>
        <message>
            <source>first review</source>
            <translation>初核</translation>
        </message>
        <message>
            <source>me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>reviewers</source>
            <translation>复核人</translation>
        </message>
        <message>
            <source>no name given</source>
            <translation>未留姓名</translation>
        </message>
    </context>
    <context>
        <name>HazardsPage</name>
        <message>
            <source>Review what waits for me</source>
            <translation>复核待我处理的隐患</translation>
        </message>
        <message>
            <source>Close the side panel</source>
            <translation>关闭侧栏</translation>
        </message>
        <message>
            <source>Find a photo…</source>
            <translation>查找照片…</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>复核</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>上报隐患</translation>
        </message>
        <message>
            <source>Report a hazard</source>
            <translation>上报隐患</translation>
        </message>
        <message>
            <source>Approved by you, not yet confirmed.</source>
            <translation>您已通过，待中心确认。</translation>
        </message>
        <message>
            <source>Returned, with your reason.</source>
            <translation>已退回，并附上理由。</translation>
        </message>
        <message>
            <source>Sent.</source>
            <translation>已派单。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message numerus="yes">
            <source>Send %n hazards on…</source>
            <translation>
                <numerusform>转派 %n 条隐患…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hazards into the open pool</source>
            <translation>
                <numerusform>%n 条隐患放入工单池</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Grant %n hazards more time</source>
            <translation>
                <numerusform>同意 %n 条隐患延期</numerusform>
            </translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>退回整改…</translation>
        </message>
        <message>
            <source>Compare photos</source>
            <translation>对比照片</translation>
        </message>
        <message>
            <source>Not a hazard…</source>
            <translation>不是隐患…</translation>
        </message>
        <message>
            <source>The same as…</source>
            <translation>与另一条相同…</translation>
        </message>
    </context>
    <context>
        <name>HeirPart</name>
        <message>
            <source>Open work goes to</source>
            <translation>未完成的工作转交给</translation>
        </message>
        <message>
            <source>nobody: it stays with them</source>
            <translation>暂不移交</translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message>
            <source>Help · Anhuan</source>
            <translation>帮助 · 安环台</translation>
        </message>
        <message>
            <source>Search the guide</source>
            <translation>搜索使用指南</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>The guide says nothing about this.</source>
            <translation>指南里没有找到相关内容。</translation>
        </message>
    </context>
    <context>
        <name>HowOften</name>
        <message>
            <source>every day</source>
            <translation>每天</translation>
        </message>
        <message>
            <source>every week</source>
            <translation>每周</translation>
        </message>
        <message>
            <source>every month</source>
            <translation>每月</translation>
        </message>
        <message>
            <source>every {n} days</source>
            <translation>每 {n} 天</translation>
        </message>
        <message>
            <source>every {n} weeks</source>
            <translation>每 {n} 周</translation>
        </message>
        <message>
            <source>every {n} months</source>
            <translation>每 {n} 个月</translation>
        </message>
        <message>
            <source>on day {day}</source>
            <translation>{day} 日</translation>
        </message>
        <message>
            <source>ends after {n}</source>
            <translation>共 {n} 次</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>至 {day}</translation>
        </message>
        <message>
            <source>the first</source>
            <translation>第一个</translation>
        </message>
        <message>
            <source>the second</source>
            <translation>第二个</translation>
        </message>
        <message>
            <source>the third</source>
            <translation>第三个</translation>
        </message>
        <message>
            <source>the fourth</source>
            <translation>第四个</translation>
        </message>
        <message>
            <source>the last</source>
            <translation>最后一个</translation>
        </message>
        <message>
            <source>Every so many days</source>
            <translation>每几天一次</translation>
        </message>
        <message>
            <source>On weekdays, every so many weeks</source>
            <translation>每周某几天</translation>
        </message>
        <message>
            <source>On a day of the month</source>
            <translation>每月某日</translation>
        </message>
        <message>
            <source>On the n-th weekday of the month</source>
            <translation>每月第几个星期几</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>每</translation>
        </message>
        <message>
            <source>Day of the month</source>
            <translation>几日</translation>
        </message>
        <message>
            <source>Which of the month</source>
            <translation>当月第几个</translation>
        </message>
        <message>
            <source>Ends after so many times (0: never)</source>
            <translation>做满多少次结束（0 为不限）</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>No last day; or as 2027-03-31</source>
            <translation>截止日，如 2027-03-31；空为不限</translation>
        </message>
        <message numerus="yes">
            <source>days</source>
            <translation>
                <numerusform>天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>weeks</source>
            <translation>
                <numerusform>周</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>months</source>
            <translation>
                <numerusform>个月</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportFlow</name>
        <message>
            <source>{file}: {why}</source>
            <translation>{file}：{why}</translation>
        </message>
    </context>
    <context>
        <name>ImportPanel</name>
        <message>
            <source>Use this drawing?</source>
            <translation>用这张图纸吗？</translation>
        </message>
        <message>
            <source>Use as floor</source>
            <translation>用作楼层</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Floor 1</source>
            <translation>1 层</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>{width} × {height} m</source>
            <translation>{width} × {height} 米</translation>
        </message>
        <message>
            <source>Unit of the drawing</source>
            <translation>图纸单位</translation>
        </message>
        <message>
            <source>as the file says</source>
            <translation>按文件所写</translation>
        </message>
        <message>
            <source>guessed: please check</source>
            <translation>推测所得，请核对</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>{lines} lines and {texts} texts</source>
            <translation>{lines} 条线，{texts} 处文字</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>可不填</translation>
        </message>
        <message>
            <source>Floor</source>
            <translation>楼层</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Building</source>
            <translation>厂房</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>层</translation>
        </message>
        <message>
            <source>Layers shown on the map</source>
            <translation>地图上显示的图层</translation>
        </message>
    </context>
    <context>
        <name>ImportWaiting</name>
        <message>
            <source>How far the drawing has been read</source>
            <translation>图纸读取进度</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose another file…</source>
            <translation>另选文件…</translation>
        </message>
        <message>
            <source>Back to the map</source>
            <translation>回到地图</translation>
        </message>
        <message>
            <source>Reading {file}</source>
            <translation>正在读取 {file}</translation>
        </message>
        <message>
            <source>{file} could not be used</source>
            <translation>{file} 不能用</translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message>
            <source>Plans (*.dxf *.svg *.svgz *.pdf *.png *.jpg *.jpeg *.geojson *.json)</source>
            <translation>平面图 (*.dxf *.svg *.svgz *.pdf *.png *.jpg *.jpeg *.geojson *.json)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Import a drawing</source>
            <translation>导入图纸</translation>
        </message>
        <message>
            <source>The floor is there. Now draw its zones, or take them from the drawing.</source>
            <translation>楼层已建好。现在画区域，或从图纸里取。</translation>
        </message>
    </context>
    <context>
        <name>IncidentPanel</name>
        <message>
            <source>Record an incident</source>
            <translation>登记事件</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>Nobody was hurt</source>
            <translation>无人受伤</translation>
        </message>
        <message>
            <source>Withdrawn {when}; it counts for nothing.</source>
            <translation>{when}撤销，不计入统计。</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>personal: only the safety office sees it</source>
            <translation>个人信息，仅安全管理人员可见</translation>
        </message>
        <message>
            <source>A first report: say whether it stands so, or correct it below.</source>
            <translation>首次上报：请确认分类，或在下面更正。</translation>
        </message>
        <message>
            <source>It stands so</source>
            <translation>分类无误</translation>
        </message>
        <message>
            <source>Investigation</source>
            <translation>调查</translation>
        </message>
        <message>
            <source>Led by {name} since {when}</source>
            <translation>组长：{name}，{when} 开始</translation>
        </message>
        <message>
            <source>Whys, causes, actions…</source>
            <translation>为什么、原因、措施…</translation>
        </message>
        <message>
            <source>None yet; the safety office opens it.</source>
            <translation>还没有，由安全管理人员发起。</translation>
        </message>
        <message>
            <source>Who leads it</source>
            <translation>调查组长</translation>
        </message>
        <message>
            <source>Who leads it…</source>
            <translation>选择调查组长…</translation>
        </message>
        <message>
            <source>Open the investigation</source>
            <translation>发起调查</translation>
        </message>
        <message>
            <source>Classify or correct</source>
            <translation>分类或更正</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Withdraw the incident…</source>
            <translation>撤销事件…</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>The incident is recorded.</source>
            <translation>事件已登记。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>It stands so from now on.</source>
            <translation>已确认分类。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>The investigation is open.</source>
            <translation>调查已发起。</translation>
        </message>
        <message>
            <source>Recorded twice</source>
            <translation>重复登记</translation>
        </message>
        <message>
            <source>It did not happen</source>
            <translation>并未发生</translation>
        </message>
        <message>
            <source>It stays to be seen and counts for nothing.</source>
            <translation>记录保留，不计入统计。</translation>
        </message>
        <message>
            <source>Withdraw the incident</source>
            <translation>撤销事件</translation>
        </message>
        <message>
            <source>Withdrawn.</source>
            <translation>已撤销。</translation>
        </message>
    </context>
    <context>
        <name>Incidents</name>
        <message>
            <source>to classify</source>
            <translation>待分类</translation>
        </message>
        <message>
            <source>to investigate</source>
            <translation>待调查</translation>
        </message>
        <message>
            <source>being investigated</source>
            <translation>调查中</translation>
        </message>
        <message>
            <source>actions open</source>
            <translation>措施未闭环</translation>
        </message>
        <message>
            <source>settled</source>
            <translation>已办结</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>已撤销</translation>
        </message>
    </context>
    <context>
        <name>IncidentsPage</name>
        <message>
            <source>Record an incident</source>
            <translation>登记事件</translation>
        </message>
        <message>
            <source>Also those that were withdrawn</source>
            <translation>也显示已撤销的</translation>
        </message>
        <message>
            <source>Near misses and injuries, told of on the phone in a minute or recorded here.</source>
            <translation>未遂和工伤，手机上一分钟上报，或在这里登记。</translation>
        </message>
        <message>
            <source>No incidents</source>
            <translation>还没有事件</translation>
        </message>
        <message>
            <source>Accident codes…</source>
            <translation>事故类别编码…</translation>
        </message>
        <message>
            <source>without those that were withdrawn</source>
            <translation>不含已撤销的</translation>
        </message>
        <message numerus="yes">
            <source>%n recordable injuries this year</source>
            <translation>
                <numerusform>今年可记录工伤 %n 起</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days lost</source>
            <translation>
                <numerusform>损失工日 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n near misses</source>
            <translation>
                <numerusform>未遂 %n 起</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days since the last injury</source>
            <translation>
                <numerusform>距上次工伤 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>已保存为 {file}。</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
    </context>
    <context>
        <name>InspectionPanel</name>
        <message>
            <source>anybody</source>
            <translation>不限人</translation>
        </message>
        <message>
            <source>Doubtful: {why}</source>
            <translation>存疑：{why}</translation>
        </message>
        <message>
            <source>Photo {number}</source>
            <translation>照片 {number}</translation>
        </message>
        <message>
            <source>Enter for someone…</source>
            <translation>代录…</translation>
        </message>
        <message>
            <source>Excuse…</source>
            <translation>免检…</translation>
        </message>
        <message>
            <source>Ask for it again</source>
            <translation>重新要求</translation>
        </message>
        <message>
            <source>Enter for someone</source>
            <translation>代录巡检</translation>
        </message>
        <message>
            <source>Somebody was there without a phone. As no label was shown, it is marked doubtful.</source>
            <translation>有人到场但没带手机。因为没有扫标签，会标为存疑。</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>代录</translation>
        </message>
        <message>
            <source>Excuse an inspection</source>
            <translation>登记免检</translation>
        </message>
        <message>
            <source>Excuse</source>
            <translation>免检</translation>
        </message>
        <message>
            <source>It is asked for again.</source>
            <translation>已重新要求。</translation>
        </message>
        <message>
            <source>The inspection has been entered.</source>
            <translation>已代录。</translation>
        </message>
        <message numerus="yes">
            <source>%n items failed: report the hazards, with photos.</source>
            <translation>
                <numerusform>有 %n 项不合格，请拍照上报隐患。</numerusform>
            </translation>
        </message>
        <message>
            <source>The inspection is excused.</source>
            <translation>已登记免检。</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>InspectionsPage</name>
        <message>
            <source>Make an inspection plan</source>
            <translation>制定巡检计划</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>往前</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>往后</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>看板</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月历</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>A plan says which zones are inspected, how often and by whom. Each day's inspections follow.</source>
            <translation>计划写明检查哪些区域、多久一次、由谁检查，每天的巡检任务由此生成。</translation>
        </message>
        <message>
            <source>No inspections yet</source>
            <translation>还没有巡检</translation>
        </message>
        <message>
            <source>Show the plan's month</source>
            <translation>查看月历</translation>
        </message>
        <message>
            <source>Only this plan</source>
            <translation>只看这个计划</translation>
        </message>
        <message>
            <source>{day}: {kind}</source>
            <translation>{day}：{kind}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>地点数</translation>
        </message>
    </context>
    <context>
        <name>InvestigationDesk</name>
        <message>
            <source>Investigation {number}</source>
            <translation>事件调查 {number}</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>What contributed</source>
            <translation>促成因素</translation>
        </message>
        <message>
            <source>root cause</source>
            <translation>根本原因</translation>
        </message>
        <message>
            <source>What is to be done, so that it does not come again</source>
            <translation>为防止再发生要做什么</translation>
        </message>
        <message>
            <source>Save the whys</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Corrective actions, as hazards</source>
            <translation>纠正措施（按隐患闭环）</translation>
        </message>
        <message>
            <source>Send on its way</source>
            <translation>下达</translation>
        </message>
        <message>
            <source>Conclude</source>
            <translation>作出结论</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>It is a hazard now, and on its way.</source>
            <translation>已按隐患下达。</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>The investigation is concluded.</source>
            <translation>调查已结论。</translation>
        </message>
    </context>
    <context>
        <name>ItemAnswer</name>
        <message>
            <source>Taken on a phone only: does not apply here.</source>
            <translation>只能在手机上完成，此处记为不适用。</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>问题描述</translation>
        </message>
        <message>
            <source>e.g. {day}</source>
            <translation>例如 {day}</translation>
        </message>
        <message numerus="yes">
            <source>%n photos are there. Those chosen now take their place.</source>
            <translation>
                <numerusform>已有 %n 张照片，重新选择将替换。</numerusform>
            </translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>没有填写</translation>
        </message>
    </context>
    <context>
        <name>ItemForm</name>
        <message>
            <source>Choose an item of the list to set what it asks.</source>
            <translation>在列表里选一项，就能设置它怎么检查。</translation>
        </message>
        <message>
            <source>This item</source>
            <translation>这一项</translation>
        </message>
        <message>
            <source>Must be answered</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>No hazard</source>
            <translation>不开隐患</translation>
        </message>
        <message>
            <source>A fail opens a hazard of</source>
            <translation>不合格时开出隐患，类别</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>The one at the place with this unit</source>
            <translation>现场同单位的传感器</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>is a fail</source>
            <translation>算不合格</translation>
        </message>
        <message>
            <source>Answer {n}</source>
            <translation>选项 {n}</translation>
        </message>
        <message>
            <source>Answer {n} is a fail</source>
            <translation>选项 {n} 算不合格</translation>
        </message>
        <message>
            <source>Remove answer {n}</source>
            <translation>删去选项 {n}</translation>
        </message>
        <message>
            <source>One more answer</source>
            <translation>再加一个选项</translation>
        </message>
    </context>
    <context>
        <name>ItemList</name>
        <message>
            <source>Check items</source>
            <translation>检查项</translation>
        </message>
        <message>
            <source>(no text yet)</source>
            <translation>（还没写内容）</translation>
        </message>
    </context>
    <context>
        <name>JoinPlant</name>
        <message>
            <source>Join another plant</source>
            <translation>加入其他工厂</translation>
        </message>
        <message>
            <source>Its figures stand beside your plant's. Nothing else of it comes to this computer.</source>
            <translation>该厂指标将与本厂并列显示，除指标外不会有其他数据下载到这台电脑。</translation>
        </message>
        <message>
            <source>paste the line, or a picture of the QR code</source>
            <translation>粘贴配对信息或二维码图片</translation>
        </message>
        <message>
            <source>Pairing line</source>
            <translation>配对信息</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>No hub answers at this address. Check the line and the network.</source>
            <translation>该地址没有中心应答。请核对配对信息并检查网络。</translation>
        </message>
    </context>
    <context>
        <name>Journal</name>
        <message>
            <source>erased</source>
            <translation>已删除个人信息</translation>
        </message>
        <message>
            <source>About this time: the device's clock of then can't be checked. It reached the hub at {received}.</source>
            <translation>时间为约数：设备当时的时钟无法核对。送到中心的时间是 {received}。</translation>
        </message>
        <message>
            <source>personal</source>
            <translation>个人信息（已加封）</translation>
        </message>
        <message>
            <source>Corners: {n}</source>
            <translation>{n} 个顶点</translation>
        </message>
        <message>
            <source>Photos: {n}</source>
            <translation>{n} 张照片</translation>
        </message>
    </context>
    <context>
        <name>JournalPage</name>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已执行</translation>
        </message>
        <message>
            <source>Not done</source>
            <translation>未执行</translation>
        </message>
        <message>
            <source>Check the chain</source>
            <translation>校验记录链</translation>
        </message>
        <message>
            <source>Make an audit bag</source>
            <translation>制作迎检包</translation>
        </message>
        <message>
            <source>Open an audit bag</source>
            <translation>打开迎检包</translation>
        </message>
        <message>
            <source>Bring back an auditor's comments</source>
            <translation>带回审核意见</translation>
        </message>
        <message>
            <source>Also what the system notes for itself</source>
            <translation>含系统登记</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Filter: person, thing, what was done</source>
            <translation>筛选：人员、事项、做了什么</translation>
        </message>
        <message>
            <source>Nothing was done in this month.</source>
            <translation>这个月没有任何操作。</translation>
        </message>
        <message>
            <source>{month}: no entries</source>
            <translation>{month}没有记录</translation>
        </message>
        <message>
            <source>{month} is not on this computer</source>
            <translation>{month}的记录不在本机</translation>
        </message>
        <message>
            <source>Its entries are being fetched, the newest first.</source>
            <translation>正在取回，从新到旧。</translation>
        </message>
        <message numerus="yes">
            <source>This computer keeps the entries of %n months; the hub has all of them. Fetching brings this month and what lies between.</source>
            <translation>
                <numerusform>本机保留 %n 个月的记录，全部记录都在中心。取回时，这个月和其后的记录会一起取来。</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetch {month}</source>
            <translation>取回{month}的记录</translation>
        </message>
        <message>
            <source>All months</source>
            <translation>全部月份</translation>
        </message>
        <message>
            <source>{month} · at the hub</source>
            <translation>{month} · 在中心</translation>
        </message>
        <message>
            <source>Fit the filter: {n}</source>
            <translation>符合筛选的有 {n} 条</translation>
        </message>
        <message>
            <source>Entries: {n}</source>
            <translation>共 {n} 条记录</translation>
        </message>
        <message numerus="yes">
            <source>%n not yet confirmed</source>
            <translation>
                <numerusform>待确认 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking every entry…</source>
            <translation>正在逐条校验…</translation>
        </message>
        <message>
            <source>Whole up to entry {n} · checked {when}</source>
            <translation>前 {n} 条记录完整 · {when} 校验</translation>
        </message>
        <message>
            <source>Whole, {first} to {n} · checked {when}</source>
            <translation>第 {first} 至 {n} 条记录完整 · {when} 校验</translation>
        </message>
        <message>
            <source>Something was changed: {n} findings · checked {when}</source>
            <translation>记录被改动：发现 {n} 处 · {when} 校验</translation>
        </message>
    </context>
    <context>
        <name>KeepingCard</name>
        <message>
            <source>Save what is kept</source>
            <translation>保存期限</translation>
        </message>
        <message>
            <source>stays for ever</source>
            <translation>一直保留</translation>
        </message>
        <message>
            <source>Room on the hub's disk: {free} of {size}</source>
            <translation>中心电脑磁盘剩余：{free}（共 {size}）</translation>
        </message>
        <message>
            <source>The hub's log: {file}, {size}</source>
            <translation>中心的运行日志：{file}，{size}</translation>
        </message>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>{kept} · the oldest goes {when}</source>
            <translation>{kept} · 最早的将于 {when} 清理</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>请把每一项都填上。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>KeptBack</name>
        <message>
            <source>{file}, kept back</source>
            <translation>{file} 未导入的行</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Save what is kept back</source>
            <translation>保存不能导入的行</translation>
        </message>
        <message>
            <source>What was kept back is saved.</source>
            <translation>未导入的行已保存。</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>文件没有写成：{why}</translation>
        </message>
    </context>
    <context>
        <name>KindButton</name>
        <message>
            <source>Press it, or drag it into the list</source>
            <translation>点一下，或拖进列表</translation>
        </message>
        <message>
            <source>Press it, or drag it to where it is to stand</source>
            <translation>点一下，或拖到要放的位置</translation>
        </message>
    </context>
    <context>
        <name>KindPalette</name>
        <message>
            <source>Add an item</source>
            <translation>添加检查项</translation>
        </message>
        <message>
            <source>Drag it into the list, or press it. Alt+↑ and Alt+↓ move an item.</source>
            <translation>拖进列表，或点一下。Alt+↑、Alt+↓ 移动检查项。</translation>
        </message>
    </context>
    <context>
        <name>LabelCanvas</name>
        <message>
            <source>The label's parts</source>
            <translation>标签版面元素</translation>
        </message>
    </context>
    <context>
        <name>LabelKeyCard</name>
        <message>
            <source>The hub seals each label's code with a secret key, so that nobody can make one. Take a new key when somebody may have copied the hub's folder. Labels of older keys stay good until they are revoked.</source>
            <translation>中心用一把密钥给每张标签的码盖章，别人伪造不了。若中心的文件夹可能被人复制过，就换一把新密钥。旧密钥的标签在作废之前仍然有效。</translation>
        </message>
        <message>
            <source>This can't be taken back. Press again to do it.</source>
            <translation>换了就不能撤回。再点一次确认。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message numerus="yes">
            <source>%n labels carry an older one: on the labels page they stand under 'Sealed by an old key'.</source>
            <translation>
                <numerusform>有 %n 张标签带着旧密钥：在标签页的“旧密钥”下可以找到。</numerusform>
            </translation>
        </message>
        <message>
            <source>Key {n} seals new labels.</source>
            <translation>新标签用第 {n} 把密钥。</translation>
        </message>
        <message>
            <source>Take the new key now</source>
            <translation>现在换新密钥</translation>
        </message>
        <message>
            <source>Take a new key…</source>
            <translation>换一把新密钥…</translation>
        </message>
        <message>
            <source>A new key seals labels from now on.</source>
            <translation>从现在起新标签用新密钥。</translation>
        </message>
    </context>
    <context>
        <name>LabelLife</name>
        <message>
            <source>not scanned yet</source>
            <translation>还没有人扫过</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>First scanned</source>
            <translation>首次扫码</translation>
        </message>
        <message>
            <source>Can be used until</source>
            <translation>有效至</translation>
        </message>
        <message>
            <source>Was the blank</source>
            <translation>原空白标签</translation>
        </message>
        <message>
            <source>An older key has sealed it. It stays good; the next print gets the new one.</source>
            <translation>它带着旧密钥，仍然有效；下次打印换成新密钥。</translation>
        </message>
        <message>
            <source>Said to be worn on {day}: {word}</source>
            <translation>{day} 报告磨损：{word}</translation>
        </message>
        <message>
            <source>An old label (version {version}) was scanned here on {day}: replace it by the new one.</source>
            <translation>{day}有人扫了这里的旧标签（第 {version} 版）：请撤下旧的，贴上新的。</translation>
        </message>
        <message>
            <source>A label whose time is over was scanned here on {day}.</source>
            <translation>{day} 有人在这里扫到已过期的标签。</translation>
        </message>
        <message>
            <source>A revoked label was scanned here on {day}: take it down.</source>
            <translation>{day} 有人在这里扫到已作废的标签，请揭下来。</translation>
        </message>
        <message>
            <source>It is done by itself when the new label is scanned here.</source>
            <translation>在现场扫一下新标签，就自动完成。</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>怎么处理的</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Phones that scan this version are told that it is good no more; the others stay as they are.</source>
            <translation>手机扫到这一版时会提示它已作废，其他版本不受影响。</translation>
        </message>
        <message>
            <source>All labels of this zone</source>
            <translation>这个区域的全部标签</translation>
        </message>
        <message>
            <source>Version {n}</source>
            <translation>第 {n} 版</translation>
        </message>
        <message>
            <source>Revoke it…</source>
            <translation>作废…</translation>
        </message>
        <message>
            <source>It stays good until a new one is scanned here; somebody is asked to replace it.</source>
            <translation>新标签在现场被扫之前，它仍然有效；会提醒人来更换。</translation>
        </message>
        <message>
            <source>What is wrong: torn, faded, dirty</source>
            <translation>哪里坏了：撕裂、褪色、脏污</translation>
        </message>
        <message>
            <source>Worn…</source>
            <translation>磨损…</translation>
        </message>
        <message>
            <source>Have it replaced</source>
            <translation>请人更换</translation>
        </message>
        <message>
            <source>Phones that scan it are told that it is good no more; the zone gets a new one.</source>
            <translation>作废后再扫这张标签，手机会提示已作废；这个区域要另印一张。</translation>
        </message>
        <message>
            <source>Lost or wrong…</source>
            <translation>遗失或贴错…</translation>
        </message>
        <message>
            <source>Why: lost, on the wrong wall</source>
            <translation>原因：遗失、贴错地方</translation>
        </message>
        <message>
            <source>Revoke</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>After its last day phones are told that it is over. The day is printed beside the code.</source>
            <translation>过了最后一天再扫，手机会提示已过期；日期印在编码旁边。</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Set the last day</source>
            <translation>设定最后一天</translation>
        </message>
        <message>
            <source>No end</source>
            <translation>长期有效</translation>
        </message>
        <message>
            <source>Temporary…</source>
            <translation>临时…</translation>
        </message>
    </context>
    <context>
        <name>LabelState</name>
        <message>
            <source>never printed</source>
            <translation>从未印过</translation>
        </message>
        <message>
            <source>old one hangs</source>
            <translation>旧标签还挂着</translation>
        </message>
        <message>
            <source>worn</source>
            <translation>磨损</translation>
        </message>
        <message>
            <source>time is over</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>new name</source>
            <translation>改了名称</translation>
        </message>
        <message>
            <source>new class</source>
            <translation>改了类别</translation>
        </message>
        <message>
            <source>new supervisor</source>
            <translation>换责任主管</translation>
        </message>
        <message>
            <source>new phone</source>
            <translation>换电话</translation>
        </message>
        <message>
            <source>new address</source>
            <translation>地址已变</translation>
        </message>
        <message>
            <source>Without a label</source>
            <translation>没有标签的</translation>
        </message>
        <message>
            <source>Changed since printed</source>
            <translation>打印后有变动的</translation>
        </message>
        <message>
            <source>To be replaced on the wall</source>
            <translation>墙上的要更换</translation>
        </message>
        <message>
            <source>Printed, not scanned yet</source>
            <translation>打印后还没人扫过的</translation>
        </message>
        <message>
            <source>With an end</source>
            <translation>有期限的</translation>
        </message>
        <message>
            <source>Sealed by an old key</source>
            <translation>旧密钥</translation>
        </message>
        <message>
            <source>All zones</source>
            <translation>全部区域</translation>
        </message>
    </context>
    <context>
        <name>LabelsPage</name>
        <message>
            <source>Print the labels of {building}</source>
            <translation>打印{building}的标签</translation>
        </message>
        <message>
            <source>Print labels</source>
            <translation>打印标签</translation>
        </message>
        <message>
            <source>Print blank labels</source>
            <translation>打印空白标签</translation>
        </message>
        <message>
            <source>True size</source>
            <translation>按实际大小显示</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>The sheet as it will come out</source>
            <translation>打印版面</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Blank labels…</source>
            <translation>空白标签…</translation>
        </message>
        <message>
            <source>No zones yet</source>
            <translation>还没有区域</translation>
        </message>
        <message>
            <source>Each zone gets a label with a code. Workers scan it to report a hazard.</source>
            <translation>每个区域贴一张带二维码的标签，员工扫码就能上报隐患。</translation>
        </message>
        <message>
            <source>Draw zones on the map</source>
            <translation>到地图上画区域</translation>
        </message>
        <message numerus="yes">
            <source>%n zone labels to be printed</source>
            <translation>
                <numerusform>%n 个区域的标签要打印</numerusform>
            </translation>
        </message>
        <message>
            <source>All are printed</source>
            <translation>全部已打印</translation>
        </message>
        <message numerus="yes">
            <source>%n to be replaced on the wall</source>
            <translation>
                <numerusform>墙上有 %n 张要更换</numerusform>
            </translation>
        </message>
        <message>
            <source>Sheet {here} of {all}</source>
            <translation>第 {here} 张，共 {all} 张</translation>
        </message>
        <message numerus="yes">
            <source>Print %n labels</source>
            <translation>
                <numerusform>打印 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to print</source>
            <translation>没有可打印的</translation>
        </message>
        <message>
            <source>, keep back {n}</source>
            <translation>，留下 {n} 张</translation>
        </message>
        <message>
            <source>First sheet: {free} places free, {used} used</source>
            <translation>首张：空格 {free} · 已用 {used}</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>丢失</translation>
        </message>
        <message>
            <source>Noted. Print a new label; it is replaced when that one is scanned there.</source>
            <translation>已记下。请打印新标签；在现场扫到新标签时就算换好。</translation>
        </message>
        <message>
            <source>Noted. Print the label again, so that its last day stands on it.</source>
            <translation>已记下。请重印这张标签，把日期印上去。</translation>
        </message>
        <message>
            <source>Noted: replaced.</source>
            <translation>已记下：换好了。</translation>
        </message>
        <message>
            <source>That label is good no more. A zone left without one is at the top of the list.</source>
            <translation>这张标签已作废。没有有效标签的区域排在列表最前。</translation>
        </message>
        <message>
            <source>{name} · mine</source>
            <translation>{name} · 我的</translation>
        </message>
        <message>
            <source>It is printed into every code, so it must stay: the address, seen from a phone in the plant's network, under which this plant's hub can be opened. It can be changed in the settings; labels printed before then have to be printed again.</source>
            <translation>这个地址会印进每个二维码，定了就不要轻易改：它是厂内网络里的手机能打开本厂中心的地址。以后可在设置里更改，但改之前印的标签都要重印。</translation>
        </message>
        <message>
            <source>Under which address do phones see the plant?</source>
            <translation>手机用哪个地址访问本厂？</translation>
        </message>
    </context>
    <context>
        <name>LaddersCard</name>
        <message>
            <source>Minutes after the alert</source>
            <translation>告警后的分钟数</translation>
        </message>
        <message>
            <source>Who is told as well</source>
            <translation>再通知谁</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Save the order</source>
            <translation>保存顺序</translation>
        </message>
        <message>
            <source>Drag to change who comes first; Delete takes one away. Whoever is off duty is passed over.</source>
            <translation>拖动可改变先后，按 Delete 删除。不在班的人会立即跳过。</translation>
        </message>
        <message>
            <source>The chosen one after</source>
            <translation>选中的一级在</translation>
        </message>
        <message>
            <source>min</source>
            <translation>分钟后</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Learner</name>
        <message>
            <source>no post yet</source>
            <translation>未分配</translation>
        </message>
        <message>
            <source>May not work today: something that the post asks for is missing or expired.</source>
            <translation>今天不能上岗：岗位要求的培训或证书缺少或已过期。</translation>
        </message>
        <message>
            <source>What was taught</source>
            <translation>培训记录</translation>
        </message>
        <message>
            <source>Certificate…</source>
            <translation>证书…</translation>
        </message>
        <message>
            <source>Set posts…</source>
            <translation>设置岗位…</translation>
        </message>
        <message>
            <source>Add a certificate…</source>
            <translation>登记证书…</translation>
        </message>
        <message>
            <source>Certificate of training</source>
            <translation>培训合格证书</translation>
        </message>
        <message>
            <source>The certificate is kept.</source>
            <translation>证书已保存。</translation>
        </message>
        <message>
            <source>The posts are set.</source>
            <translation>岗位已设置。</translation>
        </message>
        <message>
            <source>The certificate is kept; people are told before it ends.</source>
            <translation>证书已登记，到期前会提醒。</translation>
        </message>
        <message>
            <source>New certificate</source>
            <translation>登记证书</translation>
        </message>
        <message>
            <source>All of this person's training</source>
            <translation>查看此人全部培训</translation>
        </message>
        <message>
            <source>Reviewed or renewed…</source>
            <translation>复审或换证…</translation>
        </message>
        <message>
            <source>Withdraw…</source>
            <translation>撤下…</translation>
        </message>
        <message>
            <source>Reviewed or renewed</source>
            <translation>复审或换证</translation>
        </message>
        <message>
            <source>The certificate holds on.</source>
            <translation>有效期已更新。</translation>
        </message>
        <message>
            <source>The certificate is withdrawn.</source>
            <translation>证书已撤下。</translation>
        </message>
        <message>
            <source>Withdraw a certificate</source>
            <translation>撤下证书</translation>
        </message>
        <message>
            <source>It is warned so from now on.</source>
            <translation>到期提醒已设置。</translation>
        </message>
        <message>
            <source>Early warnings</source>
            <translation>到期提醒</translation>
        </message>
    </context>
    <context>
        <name>LedgerDoor</name>
        <message>
            <source>Bring in a register from Excel…</source>
            <translation>从 Excel 导入台账…</translation>
        </message>
    </context>
    <context>
        <name>LedgerWindow</name>
        <message>
            <source>Bring in a register from Excel</source>
            <translation>从 Excel 导入台账</translation>
        </message>
        <message>
            <source>Another workbook</source>
            <translation>换一个工作簿</translation>
        </message>
        <message>
            <source>Save what is kept back…</source>
            <translation>保存不能导入的行…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Workbooks (*.xlsx *.xlsm *.xls *.ods)</source>
            <translation>工作簿 (*.xlsx *.xlsm *.xls *.ods)</translation>
        </message>
        <message>
            <source>Choose a workbook</source>
            <translation>选择工作簿</translation>
        </message>
        <message>
            <source>The workbook is being read…</source>
            <translation>正在读取工作簿…</translation>
        </message>
        <message>
            <source>The rows are being looked at…</source>
            <translation>正在核对各行…</translation>
        </message>
        <message numerus="yes">
            <source>Bring in %n rows</source>
            <translation>
                <numerusform>导入 %n 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows were kept back; they are in a workbook for you to mend.</source>
            <translation>
                <numerusform>%n 行未导入，已存成工作簿，改好后可再次导入。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows were here already.</source>
            <translation>
                <numerusform>%n 行原已在工厂里。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows have come in</source>
            <translation>
                <numerusform>已导入 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Its records stay to be seen and count for nothing. What has been worked on since is left.</source>
            <translation>这批记录仍可查看，但不再计入任何数字。之后已有人处理的予以保留。</translation>
        </message>
        <message>
            <source>The wrong file</source>
            <translation>选错了文件</translation>
        </message>
        <message>
            <source>Brought in twice</source>
            <translation>重复导入</translation>
        </message>
        <message>
            <source>Columns were mixed up</source>
            <translation>列对应错了</translation>
        </message>
        <message>
            <source>Take the import back</source>
            <translation>撤回这次导入</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>The import is being taken back…</source>
            <translation>正在撤回…</translation>
        </message>
        <message>
            <source>It was not taken back</source>
            <translation>没有撤回</translation>
        </message>
        <message numerus="yes">
            <source>%n stay, as they have been worked on since</source>
            <translation>
                <numerusform>%n 条之后已有人处理，予以保留</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows count for nothing any more</source>
            <translation>
                <numerusform>%n 行已撤回，不再计数</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Ledgers</name>
        <message>
            <source>as it stands</source>
            <translation>照原样</translation>
        </message>
        <message>
            <source>repaired</source>
            <translation>已修正</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>kept back</source>
            <translation>不能导入</translation>
        </message>
        <message>
            <source>here already</source>
            <translation>已在库</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>{now} (was {was})</source>
            <translation>{now}（原 {was}）</translation>
        </message>
    </context>
    <context>
        <name>Likely</name>
        <message>
            <source>Category by earlier reports; you can change it.</source>
            <translation>类别按以往的上报选定，可以改。</translation>
        </message>
    </context>
    <context>
        <name>LikenessBox</name>
        <message>
            <source>The photo that it looks like</source>
            <translation>相似的那张照片</translation>
        </message>
        <message>
            <source>Open that hazard</source>
            <translation>打开那条隐患</translation>
        </message>
        <message>
            <source>The photo after looks like the photo before of this very hazard.</source>
            <translation>整改后照片与本隐患的整改前照片相似。</translation>
        </message>
        <message>
            <source>The photo after is the same as one of {number} '{what}', {ago} ago.</source>
            <translation>整改后照片与 {number}“{what}”{ago}前的照片完全相同。</translation>
        </message>
        <message>
            <source>The photo after looks like one of {number} '{what}', {ago} ago.</source>
            <translation>整改后照片与 {number}“{what}”{ago}前的照片相似。</translation>
        </message>
    </context>
    <context>
        <name>LineList</name>
        <message>
            <source>To be dealt with</source>
            <translation>要处理的</translation>
        </message>
    </context>
    <context>
        <name>LinesView</name>
        <message>
            <source>Columns</source>
            <translation>列对应</translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>全部 %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListField</name>
        <message>
            <source>Type to find</source>
            <translation>输入以查找</translation>
        </message>
        <message>
            <source>The plant has none of these yet.</source>
            <translation>工厂里还没有。</translation>
        </message>
    </context>
    <context>
        <name>ListsPart</name>
        <message>
            <source>not needed here</source>
            <translation>不涉及</translation>
        </message>
        <message>
            <source>waits for {names}</source>
            <translation>等待：{names}</translation>
        </message>
        <message>
            <source>limit {limit}</source>
            <translation>限值 {limit}</translation>
        </message>
    </context>
    <context>
        <name>Looking</name>
        <message>
            <source>Register</source>
            <translation>台账</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Year of days without one</source>
            <translation>没写年份的日期所属年份</translation>
        </message>
        <message>
            <source>Days without a year are of</source>
            <translation>没写年份的日期按</translation>
        </message>
        <message>
            <source>This very file has been brought in already. What you mend in it can still come in.</source>
            <translation>这个文件已经导入过；改好的行仍可导入。</translation>
        </message>
        <message>
            <source>This file was broken off; it goes on from where it stopped.</source>
            <translation>这个文件上次没有导完，将接着导入。</translation>
        </message>
    </context>
    <context>
        <name>LossesDialog</name>
        <message>
            <source>With these figures the annual assessment of equipment reckons losses and paybacks.</source>
            <translation>年度设备风险评估按这些单价计算损失和回收期。</translation>
        </message>
        <message>
            <source>These are the program's assumptions to begin with; the plant has not set its own yet.</source>
            <translation>目前是程序给出的起始假设，本厂尚未设定。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>MachinesView</name>
        <message>
            <source>Add an agent</source>
            <translation>新增采集代理</translation>
        </message>
        <message>
            <source>Stops</source>
            <translation>停机记录</translation>
        </message>
        <message>
            <source>Machine agents</source>
            <translation>采集代理</translation>
        </message>
        <message>
            <source>Stops come from the MES, from files, or from an MTConnect agent.</source>
            <translation>停机记录来自 MES、文件或 MTConnect 采集代理。</translation>
        </message>
        <message>
            <source>An agent tells how the machines of a cell stand; what stands becomes a stop.</source>
            <translation>采集代理报告各机床的状态；停下的机床会记成停机。</translation>
        </message>
        <message>
            <source>No line stood in the last days</source>
            <translation>近几天没有停机</translation>
        </message>
        <message>
            <source>No machine agents yet</source>
            <translation>还没有采集代理</translation>
        </message>
        <message>
            <source>stands</source>
            <translation>停着</translation>
        </message>
        <message>
            <source>runs again</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <source>planned stop</source>
            <translation>计划停机</translation>
        </message>
        <message>
            <source>unplanned stop</source>
            <translation>非计划停机</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>停机时间</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Stood for</source>
            <translation>停机时长</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Machines</source>
            <translation>机床</translation>
        </message>
    </context>
    <context>
        <name>MajorPart</name>
        <message>
            <source>Major hazard · five requirements</source>
            <translation>重大隐患 · 五落实</translation>
        </message>
        <message>
            <source>Still lacking: {fields}. Nothing is fixed or approved before.</source>
            <translation>还缺：{fields}。填写前不能整改，也不能通过复核。</translation>
        </message>
        <message>
            <source>Write them down…</source>
            <translation>填写“五落实”…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
    </context>
    <context>
        <name>ManyPeople</name>
        <message numerus="yes">
            <source>Team of %n people</source>
            <translation>
                <numerusform>设置 %n 人的班组</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Give %n people the role</source>
            <translation>
                <numerusform>给 %n 人增加角色</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people changed</source>
            <translation>
                <numerusform>已修改 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>They hold this role already.</source>
            <translation>他们已经有这个角色。</translation>
        </message>
    </context>
    <context>
        <name>Map</name>
        <message numerus="yes">
            <source>%n thing(s) here; zoom in to see each</source>
            <translation>
                <numerusform>这里有 %n 项，放大后可逐一查看</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n inspection(s) missed</source>
            <translation>
                <numerusform>%n 次巡检漏检</numerusform>
            </translation>
        </message>
        <message>
            <source>check was due {day}</source>
            <translation>应于 {day} 前检查，已超期</translation>
        </message>
        <message>
            <source>next check {day}</source>
            <translation>下次检查 {day}</translation>
        </message>
        <message>
            <source>no reading known</source>
            <translation>暂无读数</translation>
        </message>
        <message>
            <source>{value}, beyond its limit</source>
            <translation>{value}，超出限值</translation>
        </message>
        <message>
            <source>beyond its limit</source>
            <translation>超出限值</translation>
        </message>
        <message>
            <source>silent since {moment}, then {value}</source>
            <translation>{moment} 起没有数据，当时 {value}</translation>
        </message>
        <message>
            <source>silent since {moment}</source>
            <translation>{moment} 起无读数</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>To rectify</source>
            <translation>待整改</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Overdue {span}</source>
            <translation>超时 {span}</translation>
        </message>
        <message>
            <source>sensor beyond its limit</source>
            <translation>传感器超限</translation>
        </message>
        <message>
            <source>{n} sensors beyond their limits</source>
            <translation>{n} 个传感器超限</translation>
        </message>
        <message>
            <source>sensor silent</source>
            <translation>传感器无读数</translation>
        </message>
        <message>
            <source>{n} sensors silent</source>
            <translation>{n} 个传感器无读数</translation>
        </message>
        <message>
            <source>{n} for 1st review</source>
            <translation>待初核 {n} 条</translation>
        </message>
        <message>
            <source>{n} for 2nd review</source>
            <translation>待终核 {n} 条</translation>
        </message>
        <message>
            <source>{n} to rectify</source>
            <translation>待整改 {n} 条</translation>
        </message>
        <message>
            <source>{status} since {moment}</source>
            <translation>{moment} 起{status}</translation>
        </message>
        <message>
            <source>one overdue record makes it red</source>
            <translation>有一条超时即红</translation>
        </message>
        <message>
            <source>a sensor beyond its limit makes it yellow</source>
            <translation>传感器超限即黄</translation>
        </message>
        <message>
            <source>one open record makes it yellow</source>
            <translation>有一条未销号即黄</translation>
        </message>
        <message>
            <source>nothing is open</source>
            <translation>没有未销号的隐患</translation>
        </message>
        <message>
            <source>a sensor is silent: nothing can be said</source>
            <translation>传感器无读数，情况不明</translation>
        </message>
        <message>
            <source>no report and no label yet</source>
            <translation>还没有上报，也没有标签</translation>
        </message>
        <message>
            <source>It turns yellow with the first report.</source>
            <translation>有第一条上报后转黄。</translation>
        </message>
        <message>
            <source>It is known again as soon as the sensor is heard.</source>
            <translation>传感器恢复读数后即可判断。</translation>
        </message>
        <message>
            <source>Issue a label for it: from then on reports can come from here.</source>
            <translation>先为它生成标签，之后就能从这里上报。</translation>
        </message>
        <message>
            <source>Settle what is overdue ({late}): it turns yellow, {rest} stay open.</source>
            <translation>处理完 {late} 条超时后转黄，另有 {rest} 条未销号。</translation>
        </message>
        <message>
            <source>Settle what is overdue ({late}): it turns yellow, as a sensor is beyond its limit.</source>
            <translation>处理完超时的（{late}）后转黄：有传感器超限。</translation>
        </message>
        <message>
            <source>Settle what is overdue ({late}): it turns grey, as a sensor is silent.</source>
            <translation>处理完超时的（{late}）后转灰：有传感器无读数。</translation>
        </message>
        <message>
            <source>Settle what is overdue ({late}): it turns green.</source>
            <translation>处理完 {late} 条超时后转绿。</translation>
        </message>
        <message>
            <source>It turns green when all {n} have passed both reviews.</source>
            <translation>{n} 条都通过双重复核后转绿。</translation>
        </message>
        <message>
            <source>It turns green when all {n} have passed both reviews and no sensor is beyond its limit.</source>
            <translation>{n} 条全部通过两级复核、且没有传感器超限后转绿。</translation>
        </message>
        <message>
            <source>It turns green when no sensor is beyond its limit.</source>
            <translation>没有传感器超限后转绿。</translation>
        </message>
        <message>
            <source>to be numbered</source>
            <translation>待编号</translation>
        </message>
        <message>
            <source>{clock}: {status}</source>
            <translation>{clock}：{status}</translation>
        </message>
        <message>
            <source>on its way to its limit of {limit}, there {moment}</source>
            <translation>正接近限值 {limit}，预计{moment}到限</translation>
        </message>
        <message>
            <source>has no limit · read {moment}</source>
            <translation>未设限值 · 读于 {moment}</translation>
        </message>
        <message>
            <source>within its limits · read {moment}</source>
            <translation>在限值内 · 读于 {moment}</translation>
        </message>
        <message>
            <source>above its limit of {limit} since {moment}</source>
            <translation>{moment} 起高于上限 {limit}</translation>
        </message>
        <message>
            <source>below its limit of {limit} since {moment}</source>
            <translation>{moment} 起低于下限 {limit}</translation>
        </message>
        <message>
            <source>{state}; {silent}</source>
            <translation>{state}；{silent}</translation>
        </message>
        <message>
            <source>has no limit</source>
            <translation>未设限值</translation>
        </message>
        <message>
            <source>within its limits</source>
            <translation>在限值内</translation>
        </message>
        <message>
            <source>Its calibration was due on {day}.</source>
            <translation>应于 {day} 前校准，已过期。</translation>
        </message>
        <message>
            <source>never heard of</source>
            <translation>从未有读数</translation>
        </message>
    </context>
    <context>
        <name>MapPage</name>
        <message>
            <source>Show the whole floor</source>
            <translation>显示整个楼层</translation>
        </message>
        <message>
            <source>Nearer, farther</source>
            <translation>放大、缩小</translation>
        </message>
        <message>
            <source>Move the plan</source>
            <translation>移动平面图</translation>
        </message>
        <message>
            <source>To the next zone</source>
            <translation>到下一个区域</translation>
        </message>
        <message>
            <source>Why the zone has its colour</source>
            <translation>查看区域为什么是这个颜色</translation>
        </message>
        <message>
            <source>Editing: select, move, reshape</source>
            <translation>编辑：选择、移动、改边界</translation>
        </message>
        <message>
            <source>Editing: draw a rectangle</source>
            <translation>编辑：画矩形</translation>
        </message>
        <message>
            <source>Editing: draw a polygon</source>
            <translation>编辑：画多边形</translation>
        </message>
        <message>
            <source>Editing: put equipment, sensors, doors on the plan</source>
            <translation>编辑：放置设备、传感器和门</translation>
        </message>
        <message>
            <source>Editing: take the chosen thing off the plan</source>
            <translation>编辑：把选中的设施从图上取下</translation>
        </message>
        <message>
            <source>Editing: close the polygon</source>
            <translation>编辑：闭合多边形</translation>
        </message>
        <message>
            <source>Editing: drop a corner</source>
            <translation>编辑：去掉一个角点</translation>
        </message>
        <message>
            <source>Editing: push the zone by 0.1 m, with Shift by 1 m</source>
            <translation>编辑：移动区域 0.1 米，按住 Shift 移动 1 米</translation>
        </message>
        <message>
            <source>Editing: give up what is in hand</source>
            <translation>编辑：放弃手上的操作</translation>
        </message>
        <message>
            <source>Import a drawing</source>
            <translation>导入图纸</translation>
        </message>
        <message>
            <source>Edit plan</source>
            <translation>编辑平面图</translation>
        </message>
        <message>
            <source>Print the plan</source>
            <translation>打印平面图</translation>
        </message>
        <message>
            <source>The map on a wall: over the whole screen</source>
            <translation>大屏地图：全屏显示</translation>
        </message>
        <message>
            <source>Compare two moments</source>
            <translation>对比两个时刻</translation>
        </message>
        <message>
            <source>Colours: live status, four colours, both</source>
            <translation>切换着色：实时状态、四色图、合并</translation>
        </message>
        <message>
            <source>Here stands the plan of your plant with its zones and their live status. Begin with a drawing of one floor: choose a DXF, SVG, PDF, PNG, JPEG or GeoJSON file, or drop it here.</source>
            <translation>这里是厂区平面图，能看到各区域的实时状态。先导入一层的图纸：选一个 DXF、SVG、PDF、PNG、JPEG 或 GeoJSON 文件，或直接拖到这里。</translation>
        </message>
        <message>
            <source>No floor yet</source>
            <translation>还没有楼层</translation>
        </message>
        <message>
            <source>'{floor}' is used no more, so editing it has ended. What was saved is kept.</source>
            <translation>“{floor}”已停用，编辑已结束。已保存的内容都在。</translation>
        </message>
        <message>
            <source>Floor plan of {floor}: {n} zones</source>
            <translation>{floor}平面图：{n} 个区域</translation>
        </message>
        <message>
            <source>Import · {file}</source>
            <translation>导入 · {file}</translation>
        </message>
    </context>
    <context>
        <name>MapTools</name>
        <message>
            <source>Floor</source>
            <translation>楼层</translation>
        </message>
        <message>
            <source>Floors…</source>
            <translation>楼层管理…</translation>
        </message>
        <message>
            <source>Import drawing</source>
            <translation>导入图纸</translation>
        </message>
        <message>
            <source>Edit plan</source>
            <translation>编辑平面图</translation>
        </message>
        <message>
            <source>The hub is out of reach: colours may be old.</source>
            <translation>连不上中心：颜色可能不是最新的。</translation>
        </message>
        <message>
            <source>No zones yet: draw them, or take them from the drawing.</source>
            <translation>还没有区域：可以画，也可以从图纸里取。</translation>
        </message>
        <message>
            <source>The drawing is on its way.</source>
            <translation>正在取图纸。</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
    </context>
    <context>
        <name>Matrix</name>
        <message>
            <source>The month before</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>The month after</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>Press a day to see its records. Right-click a day's head: holiday or make-up workday.</source>
            <translation>点击格子查看当天记录；右击日期可设为放假或调休上班。</translation>
        </message>
        <message>
            <source>Plans by days</source>
            <translation>计划 × 日期</translation>
        </message>
    </context>
    <context>
        <name>MatrixGrid</name>
        <message>
            <source>Posts and what they need</source>
            <translation>岗位与培训要求</translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>all in force</source>
            <translation>全部有效</translation>
        </message>
        <message numerus="yes">
            <source>%n lack it</source>
            <translation>
                <numerusform>%n 人缺少</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n soon over</source>
            <translation>
                <numerusform>%n 人将到期</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MeasureForm</name>
        <message>
            <source>All of them</source>
            <translation>全部</translation>
        </message>
    </context>
    <context>
        <name>MemberPanel</name>
        <message>
            <source>A contractor's person</source>
            <translation>承包商人员</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>People get the contractor's role on the People page; here it is said for whom they come.</source>
            <translation>先在人员页给“承包商”角色，再在这里登记所属单位。</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>On the black list: {reason}</source>
            <translation>已列入黑名单：{reason}</translation>
        </message>
        <message>
            <source>Inducted today</source>
            <translation>登记今天已教育</translation>
        </message>
        <message>
            <source>Photo and badge</source>
            <translation>照片与出入证</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Print a badge…</source>
            <translation>打印出入证…</translation>
        </message>
        <message>
            <source>Take off the black list…</source>
            <translation>移出黑名单…</translation>
        </message>
        <message>
            <source>Black list…</source>
            <translation>列入黑名单…</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Recorded.</source>
            <translation>已登记。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Take off the black list</source>
            <translation>移出黑名单</translation>
        </message>
        <message>
            <source>Put on the black list</source>
            <translation>列入黑名单</translation>
        </message>
        <message>
            <source>Worked without a permit</source>
            <translation>无票作业</translation>
        </message>
        <message>
            <source>Ignored a stop</source>
            <translation>不听叫停</translation>
        </message>
        <message>
            <source>False certificate</source>
            <translation>证件造假</translation>
        </message>
        <message>
            <source>Put right and checked</source>
            <translation>已整改并核实</translation>
        </message>
    </context>
    <context>
        <name>MenuField</name>
        <message>
            <source>all</source>
            <translation>全部</translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>Are they the same?</source>
            <translation>是同一条吗？</translation>
        </message>
        <message>
            <source>The other report</source>
            <translation>另一条上报</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>They are not the same</source>
            <translation>不是同一隐患</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>{hazard} · looks the same</source>
            <translation>{hazard} · 疑似相同</translation>
        </message>
        <message>
            <source>This one stays</source>
            <translation>保留这一条</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>上报时间</translation>
        </message>
        <message>
            <source>With</source>
            <translation>在谁手里</translation>
        </message>
        <message>
            <source>Neither can end in the other: one of them has been fixed already.</source>
            <translation>两条都不能并入对方：其中一条已整改。</translation>
        </message>
        <message>
            <source>The other report goes into it with its photos and reporter. They can be separated again.</source>
            <translation>另一条并入，照片和上报人保留；之后还可以拆开。</translation>
        </message>
    </context>
    <context>
        <name>MergingPart</name>
        <message>
            <source>Maybe the same as {number} '{what}': photos or words are alike, in the same zone.</source>
            <translation>可能与 {number}“{what}”是同一条：同一区域，照片或描述相近。</translation>
        </message>
        <message>
            <source>Compare both…</source>
            <translation>对比两条…</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>不是同一隐患</translation>
        </message>
        <message>
            <source>Merged into {number} '{what}'.</source>
            <translation>已合并到 {number}“{what}”。</translation>
        </message>
        <message>
            <source>Open that one</source>
            <translation>打开那一条</translation>
        </message>
        <message>
            <source>Separate again</source>
            <translation>拆开</translation>
        </message>
        <message>
            <source>Other reports of the same</source>
            <translation>同一隐患的其他上报</translation>
        </message>
    </context>
    <context>
        <name>ModulesCard</name>
        <message>
            <source>Begin small and switch on one after another. What is off is shown to nobody, on consoles and on phones, and does nothing by itself; its records stay.</source>
            <translation>先用起来，再一个一个打开。停用的模块在控制台和手机上都不显示，也不会自动运行；已有记录保留。</translation>
        </message>
        <message>
            <source>Only hazards and inspections</source>
            <translation>只用隐患和巡检</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Needs: {parts}.</source>
            <translation>需要：{parts}。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>MostUrgent</name>
        <message>
            <source>First now: {zone}, {status}</source>
            <translation>最急：{zone}，{status}</translation>
        </message>
    </context>
    <context>
        <name>MusterView</name>
        <message>
            <source>Here</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Looked for</source>
            <translation>寻找中</translation>
        </message>
        <message>
            <source>Not here after all</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Print the list</source>
            <translation>打印名单</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>存为 PDF…</translation>
        </message>
        <message>
            <source>End the muster</source>
            <translation>结束清点</translation>
        </message>
        <message>
            <source>Whom to call</source>
            <translation>应急电话</translation>
        </message>
        <message numerus="yes">
            <source>%n not accounted for: end all the same</source>
            <translation>
                <numerusform>还有 %n 人未到：仍然结束</numerusform>
            </translation>
        </message>
        <message>
            <source>Sent to {printer}</source>
            <translation>已发送到 {printer}</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>已存为 {file}</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Show names</source>
            <translation>显示名称</translation>
        </message>
        <message>
            <source>Icons only</source>
            <translation>只显示图标</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Reported in {zone}: {what}</source>
            <translation>{zone}有新上报：{what}</translation>
        </message>
        <message>
            <source>{n} new reports came in</source>
            <translation>新收到 {n} 条隐患上报</translation>
        </message>
        <message>
            <source>Overdue in {zone}: {what}</source>
            <translation>{zone}的隐患已超时：{what}</translation>
        </message>
        <message>
            <source>{n} hazards have run out of time</source>
            <translation>有 {n} 条隐患刚刚超时</translation>
        </message>
        <message>
            <source>Alert ({level}) waits for your answer: {rule} · {about}</source>
            <translation>告警（{level}）等您确认：{rule} · {about}</translation>
        </message>
        <message>
            <source>{n} new alerts wait for your answer</source>
            <translation>{n} 条新告警等您确认</translation>
        </message>
        <message>
            <source>A drill of alerts went to you: say on the Alerts page that it has come</source>
            <translation>给您发了一次告警演练：请在“告警”页确认已收到</translation>
        </message>
        <message>
            <source>Refused by the hub, waits for your decision: {did}</source>
            <translation>中心未接受，等您决定：{did}</translation>
        </message>
        <message>
            <source>{n} of your changes were refused and wait for your decision</source>
            <translation>您有 {n} 项操作未被中心接受，等您决定</translation>
        </message>
        <message>
            <source>The hub can't be reached since {since}. Your work is kept here.</source>
            <translation>{since} 起连不上中心，您的工作保存在本机。</translation>
        </message>
        <message>
            <source>The hub can be reached again; what was done here has been sent or is on its way.</source>
            <translation>中心已恢复连接，这里做的已经送达或正在送出。</translation>
        </message>
    </context>
    <context>
        <name>NoticesPanel</name>
        <message>
            <source>Mark all as read</source>
            <translation>全部标为已读</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>New reports, clocks that ran out, conflicts, and a hub that can't be reached are told here, if they concern you.</source>
            <translation>与您有关的新上报、超时、冲突，以及连不上中心的情况，都会在这里告诉您。</translation>
        </message>
        <message>
            <source>Nothing new</source>
            <translation>没有新通知</translation>
        </message>
    </context>
    <context>
        <name>NowView</name>
        <message>
            <source>As soon as somebody swipes at a door, it stands here who is in which zone.</source>
            <translation>有人刷卡后，这里显示谁在哪个区域。</translation>
        </message>
        <message>
            <source>By the doors' word nobody is on the site</source>
            <translation>门禁记录中没有人在厂</translation>
        </message>
        <message numerus="yes">
            <source>%n on the site by the doors' word</source>
            <translation>
                <numerusform>门禁记录在厂 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>进入时间</translation>
        </message>
        <message>
            <source>For</source>
            <translation>已停留</translation>
        </message>
        <message>
            <source>Oddities</source>
            <translation>异常</translation>
        </message>
    </context>
    <context>
        <name>OrderPanel</name>
        <message numerus="yes">
            <source>%n points</source>
            <translation>
                <numerusform>%n 分</numerusform>
            </translation>
        </message>
        <message>
            <source>Redeemed {when}</source>
            <translation>{when} 兑换</translation>
        </message>
        <message>
            <source>Handed out by {name}, {when}</source>
            <translation>{name} 发放，{when}</translation>
        </message>
        <message>
            <source>Code on the slip</source>
            <translation>领取码</translation>
        </message>
        <message>
            <source>Hand out</source>
            <translation>发放</translation>
        </message>
        <message>
            <source>Why not, for who redeemed it</source>
            <translation>原因，申请人会看到</translation>
        </message>
        <message>
            <source>Cancel it</source>
            <translation>取消兑换</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>请写明原因。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>OrdersView</name>
        <message>
            <source>Also what is over</source>
            <translation>含已办结</translation>
        </message>
        <message>
            <source>What people redeem on their phones is here, to be approved and handed out.</source>
            <translation>员工在手机上兑换的商品显示在这里，供审批和发放。</translation>
        </message>
        <message>
            <source>Nothing was redeemed</source>
            <translation>还没有兑换</translation>
        </message>
        <message numerus="yes">
            <source>%n to be approved</source>
            <translation>
                <numerusform>%n 件待审批</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to be handed out</source>
            <translation>
                <numerusform>%n 件待领取</numerusform>
            </translation>
        </message>
        <message>
            <source>Redeemed</source>
            <translation>兑换时间</translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message>
            <source>How many rows have come in</source>
            <translation>已导入的行数</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Save what was kept back…</source>
            <translation>保存未导入的行…</translation>
        </message>
        <message>
            <source>Take it back…</source>
            <translation>撤回…</translation>
        </message>
        <message>
            <source>Another workbook</source>
            <translation>换一个工作簿</translation>
        </message>
        <message>
            <source>{n} of {all} rows have come in</source>
            <translation>已导入 {n} / {all} 行</translation>
        </message>
        <message>
            <source>It can be stopped; what has come in stays.</source>
            <translation>可以停止；已导入的行会保留。</translation>
        </message>
    </context>
    <context>
        <name>OwnCategoriesCard</name>
        <message>
            <source>They are offered on phones by their pictures. Hazards keep a category that is put away.</source>
            <translation>手机上按图标选择。停用的类别不再提供，已上报的隐患仍保留。</translation>
        </message>
        <message>
            <source>Add a category</source>
            <translation>新增类别</translation>
        </message>
        <message>
            <source>Name in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Name in English (optional)</source>
            <translation>英文名称（可不填）</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图标</translation>
        </message>
        <message>
            <source>Save the category</source>
            <translation>保存类别</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>{name} (put away)</source>
            <translation>{name}（已停用）</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Use again</source>
            <translation>恢复使用</translation>
        </message>
        <message>
            <source>The category needs a name.</source>
            <translation>请填写类别名称。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Equipment &amp; doors</source>
            <translation>设备与门禁</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>告警</translation>
        </message>
        <message>
            <source>Checklists</source>
            <translation>检查表</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>冲突</translation>
        </message>
        <message>
            <source>Contractors</source>
            <translation>承包商</translation>
        </message>
        <message>
            <source>Dispatch</source>
            <translation>派单</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Page {n}</source>
            <translation>第 {n} 页</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>地图</translation>
        </message>
        <message>
            <source>Plants</source>
            <translation>各厂对照</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>隐患</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Inspections</source>
            <translation>巡检</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>追溯</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Training &amp; drills</source>
            <translation>培训演练</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Risks</source>
            <translation>风险点</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
    </context>
    <context>
        <name>PairingDialog</name>
        <message>
            <source>Pair a computer</source>
            <translation>让电脑加入</translation>
        </message>
        <message>
            <source>Who will use it</source>
            <translation>谁来用</translation>
        </message>
        <message>
            <source>QR code of the line beside it</source>
            <translation>旁边这行文字的二维码</translation>
        </message>
        <message>
            <source>Make a code</source>
            <translation>生成配对码</translation>
        </message>
        <message>
            <source>Copy the line</source>
            <translation>复制这一行</translation>
        </message>
        <message>
            <source>On the other computer choose 'Join a hub' and paste the line, let it read a picture of the QR code, or type the address and the code. Good once, for {minutes} minutes.</source>
            <translation>在另一台电脑上选“加入中心”：粘贴这一行，或读取二维码图片，或输入地址和配对码。只能用一次，{minutes} 分钟内有效。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>class {zone_class}</source>
            <translation>{zone_class} 类</translation>
        </message>
        <message>
            <source>page</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>action</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>Nothing is called '{text}'.</source>
            <translation>没有找到“{text}”。</translation>
        </message>
        <message>
            <source>Pages, actions, zones, hazards, people and labels are found by name, pinyin, initials or number.</source>
            <translation>可以搜页面、操作、区域、隐患、人员、班组和标签：输入名称、拼音、首字母或编号。</translation>
        </message>
        <message>
            <source>The plant's records are being read…</source>
            <translation>正在读取工厂的记录…</translation>
        </message>
        <message>
            <source>↑ ↓ choose · Enter opens · Esc closes · pinyin and initials work: cycj</source>
            <translation>↑ ↓ 选择 · 回车打开 · Esc 关闭 · 可用拼音和首字母，如 cycj</translation>
        </message>
        <message>
            <source>New rule: {line}</source>
            <translation>新建规则：{line}</translation>
        </message>
    </context>
    <context>
        <name>PapersView</name>
        <message>
            <source>Papers</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>What losses cost…</source>
            <translation>损失单价…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Save as Excel</source>
            <translation>另存为 Excel</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Figures, charts, what to decide</source>
            <translation>指标、图表、请决策的事</translation>
        </message>
        <message>
            <source>Every hazard reported in the period</source>
            <translation>期内上报的每一条隐患</translation>
        </message>
        <message>
            <source>Every inspection due in the period</source>
            <translation>期内应做的每一次巡检</translation>
        </message>
        <message>
            <source>Points given for what was reported and done</source>
            <translation>期内因上报、巡检等发放的积分</translation>
        </message>
        <message>
            <source>Stock, what came and went, and what it cost</source>
            <translation>库存、出入库与成本</translation>
        </message>
        <message>
            <source>Which posts, how much money, when it is paid back</source>
            <translation>哪些岗位、多少投入、多久收回</translation>
        </message>
        <message>
            <source>For a customer's audit, without names</source>
            <translation>供客户审核，不含姓名</translation>
        </message>
        <message>
            <source>Gaps by post, certificates, sessions</source>
            <translation>岗位差距、证书、期内培训</translation>
        </message>
        <message>
            <source>Companies, papers, permits</source>
            <translation>单位、资质、作业票</translation>
        </message>
        <message>
            <source>For the authority, with the five requirements</source>
            <translation>报主管部门，附五落实</translation>
        </message>
        <message>
            <source>Which records are evidence of which clause</source>
            <translation>各条款对应的记录证据</translation>
        </message>
        <message>
            <source>Reports of our own</source>
            <translation>自定义报告</translation>
        </message>
        <message>
            <source>New report…</source>
            <translation>新建报告…</translation>
        </message>
        <message>
            <source>being drawn…</source>
            <translation>正在生成…</translation>
        </message>
        <message>
            <source>{page} of {pages}</source>
            <translation>第 {page} 张，共 {pages} 张</translation>
        </message>
        <message numerus="yes">
            <source>%n rows in the file</source>
            <translation>
                <numerusform>文件含 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is used no more.</source>
            <translation>“{name}”已停用。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>已存为 {file}</translation>
        </message>
        <message>
            <source>Given up; no file was written.</source>
            <translation>已取消，没有写文件。</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>文件没有写成：{why}</translation>
        </message>
    </context>
    <context>
        <name>PasteCertificates</name>
        <message>
            <source>Certificates from Excel</source>
            <translation>从 Excel 粘贴证书</translation>
        </message>
        <message>
            <source>Copy rows with their headings in Excel: employee number or name, certificate, number, issuer, issued, valid until, review. Nothing is done before you take them over.</source>
            <translation>在 Excel 中连同标题复制：工号或姓名、证书类别、证书编号、发证机关、发证日期、有效期至、复审日期。确认之前不会写入。</translation>
        </message>
        <message>
            <source>Paste again</source>
            <translation>重新粘贴</translation>
        </message>
        <message numerus="yes">
            <source>Take over %n certificates</source>
            <translation>
                <numerusform>登记 %n 张证书</numerusform>
            </translation>
        </message>
        <message>
            <source>Copy what is kept back</source>
            <translation>复制不能导入的行</translation>
        </message>
        <message numerus="yes">
            <source>%n certificates have been added.</source>
            <translation>
                <numerusform>已登记 %n 张证书。</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Why not</source>
            <translation>原因</translation>
        </message>
        <message numerus="yes">
            <source>%n rows are kept back; they are on the clipboard with the reasons.</source>
            <translation>
                <numerusform>%n 行未登记，已连同原因复制到剪贴板。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PasteWindow</name>
        <message>
            <source>Paste people from Excel</source>
            <translation>从 Excel 粘贴人员</translation>
        </message>
        <message>
            <source>Who is found by the employee number is changed, everybody else is new. An empty cell changes nothing. Nothing is done before you take the rows over.</source>
            <translation>工号已有的人员按此修改，其余作为新人员添加。空单元格不作修改。按“导入”之前不作任何更改。</translation>
        </message>
        <message>
            <source>Copy what is kept back</source>
            <translation>复制不能导入的行</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>The rows are being looked at…</source>
            <translation>正在核对各行…</translation>
        </message>
        <message numerus="yes">
            <source>Take over %n rows</source>
            <translation>
                <numerusform>导入 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>The rows are being taken over…</source>
            <translation>正在导入各行…</translation>
        </message>
        <message numerus="yes">
            <source>%n rows are on the clipboard, with the reasons.</source>
            <translation>
                <numerusform>已复制 %n 行，附有原因。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PauseCard</name>
        <message>
            <source>Pause of line {line}</source>
            <translation>暂停产线 {line}</translation>
        </message>
        <message>
            <source>Pause the line</source>
            <translation>同意暂停</translation>
        </message>
        <message>
            <source>Do not pause</source>
            <translation>不暂停</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>Away until {last}</source>
            <translation>缺勤至 {last}</translation>
        </message>
        <message>
            <source>Away from {first} to {last}</source>
            <translation>{first} 至 {last} 缺勤</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>Add a team</source>
            <translation>添加班组</translation>
        </message>
        <message>
            <source>Paste people from Excel…</source>
            <translation>从 Excel 粘贴人员…</translation>
        </message>
        <message>
            <source>People from an Excel file…</source>
            <translation>从 Excel 文件导入人员…</translation>
        </message>
        <message>
            <source>Compare with WeCom or DingTalk…</source>
            <translation>与企业微信、钉钉通讯录比对…</translation>
        </message>
        <message>
            <source>Left, too</source>
            <translation>含已离岗人员</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>已离岗</translation>
        </message>
        <message>
            <source>From Excel…</source>
            <translation>从 Excel 导入…</translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n teams</source>
            <translation>
                <numerusform>%n 个班组</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n away</source>
            <translation>
                <numerusform>%n 人缺勤</numerusform>
            </translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx *.xls *.ods)</source>
            <translation>Excel 工作簿 (*.xlsx *.xls *.ods)</translation>
        </message>
        <message>
            <source>People from an Excel file</source>
            <translation>从 Excel 文件导入人员</translation>
        </message>
        <message>
            <source>Set up WeCom or DingTalk first: Settings, Other ways for alerts.</source>
            <translation>请先设置企业微信或钉钉：设置 → 其他通知方式。</translation>
        </message>
        <message>
            <source>Absence</source>
            <translation>缺勤</translation>
        </message>
    </context>
    <context>
        <name>PeopleTicks</name>
        <message>
            <source>Find by name or number</source>
            <translation>按姓名或工号查找</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>班组</translation>
        </message>
        <message>
            <source>All teams</source>
            <translation>全部班组</translation>
        </message>
        <message>
            <source>Tick all shown</source>
            <translation>全选所列</translation>
        </message>
        <message>
            <source>Tick none</source>
            <translation>清除</translation>
        </message>
        <message numerus="yes">
            <source>%n ticked</source>
            <translation>
                <numerusform>已选 %n 人</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Periods</name>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>最近一年</translation>
        </message>
        <message>
            <source>Twelve months</source>
            <translation>近十二个月</translation>
        </message>
        <message>
            <source>Other days…</source>
            <translation>其他日期…</translation>
        </message>
        <message>
            <source>The time before</source>
            <translation>前一段时间</translation>
        </message>
        <message>
            <source>A year earlier</source>
            <translation>上年同期</translation>
        </message>
        <message>
            <source>The first year</source>
            <translation>最早的一年</translation>
        </message>
    </context>
    <context>
        <name>PermitPanel</name>
        <message>
            <source>Apply for a work permit</source>
            <translation>申请作业票</translation>
        </message>
        <message>
            <source>Send the application</source>
            <translation>提交申请</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>有效时间</translation>
        </message>
        <message>
            <source>All measures are in place</source>
            <translation>全部措施已落实</translation>
        </message>
        <message>
            <source>Sign as {part}</source>
            <translation>签字（{part}）</translation>
        </message>
        <message>
            <source>Start work</source>
            <translation>开始作业</translation>
        </message>
        <message>
            <source>Go on with work</source>
            <translation>恢复作业</translation>
        </message>
        <message>
            <source>Stop the work…</source>
            <translation>叫停作业…</translation>
        </message>
        <message>
            <source>Reject…</source>
            <translation>驳回…</translation>
        </message>
        <message>
            <source>Pause…</source>
            <translation>暂停…</translation>
        </message>
        <message>
            <source>Extend</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>All in order: close the permit</source>
            <translation>验收合格，关闭作业票</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Applied. It goes to those who sign.</source>
            <translation>已提交，等待签字。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The measures are confirmed.</source>
            <translation>安全措施已确认。</translation>
        </message>
        <message>
            <source>Done; the hub has confirmed it.</source>
            <translation>已完成，中心已确认。</translation>
        </message>
        <message>
            <source>Stop the work</source>
            <translation>叫停作业</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>驳回</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Danger on the spot</source>
            <translation>现场有危险</translation>
        </message>
        <message>
            <source>Measures are not in place</source>
            <translation>措施未落实</translation>
        </message>
        <message>
            <source>Put off to another time</source>
            <translation>改期作业</translation>
        </message>
        <message>
            <source>Done; those concerned are told.</source>
            <translation>已完成，已通知相关人员。</translation>
        </message>
        <message>
            <source>The permit is closed.</source>
            <translation>作业票已关闭。</translation>
        </message>
    </context>
    <context>
        <name>PersonPanel</name>
        <message>
            <source>New person</source>
            <translation>新人员</translation>
        </message>
        <message>
            <source>Add the person</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>New team</source>
            <translation>新班组</translation>
        </message>
        <message>
            <source>No leader yet</source>
            <translation>未指定班组长</translation>
        </message>
        <message>
            <source>Hazards are sent to teams; each zone has one.</source>
            <translation>隐患派给班组；每个区域对应一个班组。</translation>
        </message>
        <message>
            <source>Add the team</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Erased person</source>
            <translation>已删除信息的人员</translation>
        </message>
        <message>
            <source>Has left the plant…</source>
            <translation>已离岗…</translation>
        </message>
        <message>
            <source>Save details</source>
            <translation>保存资料</translation>
        </message>
        <message>
            <source>In an emergency, until {when}: {roles}</source>
            <translation>应急授权，至 {when}：{roles}</translation>
        </message>
        <message>
            <source>Save roles</source>
            <translation>保存角色</translation>
        </message>
        <message>
            <source>Roles are given by the hub: this needs a connection.</source>
            <translation>角色由中心授予，需要联网。</translation>
        </message>
        <message>
            <source>Signing in</source>
            <translation>登录方式</translation>
        </message>
        <message>
            <source>Cards for the doors</source>
            <translation>门禁卡</translation>
        </message>
        <message>
            <source>Absence and deputy</source>
            <translation>缺勤与代理</translation>
        </message>
        <message>
            <source>Left: {when}</source>
            <translation>离岗：{when}</translation>
        </message>
        <message>
            <source>Personal data erased: {when}. The journal's chain is still whole.</source>
            <translation>{when} 已删除个人信息，追溯链仍然完整。</translation>
        </message>
        <message>
            <source>Erase personal data…</source>
            <translation>删除个人信息…</translation>
        </message>
        <message>
            <source>No team yet</source>
            <translation>未指定班组</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>The person has been added.</source>
            <translation>人员已添加。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The team has been added.</source>
            <translation>班组已添加。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>{roles}: these take two people. Another administrator or EHS manager agrees under settings.</source>
            <translation>{roles}：须两人授予。另一位系统管理员或 EHS 经理在“设置”中同意后生效。</translation>
        </message>
        <message>
            <source>Takes over the post</source>
            <translation>接任该岗位</translation>
        </message>
        <message>
            <source>Deputy for the time of an absence</source>
            <translation>缺勤期间代理</translation>
        </message>
        <message>
            <source>Ask for roles</source>
            <translation>申请角色</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>申请</translation>
        </message>
        <message>
            <source>Asked for. It waits for a second person.</source>
            <translation>已申请，等待第二人同意。</translation>
        </message>
        <message>
            <source>From then on they can sign in no more. Their work stays.</source>
            <translation>之后不能再登录，做过的工作都保留。</translation>
        </message>
        <message>
            <source>Record as left</source>
            <translation>登记离岗</translation>
        </message>
        <message>
            <source>What goes: name, number, phone, e-mail and accounts elsewhere, door swipes and cards, what incidents say of the person; on all computers, for good.
What stays: what was done and when, under 'erased', so that registers and the journal's chain stay whole.
Backups and exports made before still hold it until their time is over; after a restore it is erased again by itself.</source>
            <translation>删除：姓名、工号、电话、邮箱、外部账号、门禁刷卡和卡号、事故记录中的个人内容。所有电脑上同时删除，不能撤回。
保留：做过什么、什么时候做的，改记为“已删除”，台账和记录链保持完整。
之前的备份和导出文件在到期清理前仍含有这些内容；用旧备份恢复后，系统会自动再删除一次。</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>永久删除</translation>
        </message>
        <message>
            <source>Please say why the data is erased.</source>
            <translation>请写明为什么删除。</translation>
        </message>
        <message>
            <source>Why: for example, the person asked for it</source>
            <translation>原因：例如本人要求</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>PhonePreview</name>
        <message>
            <source>As a phone shows it</source>
            <translation>手机端预览</translation>
        </message>
    </context>
    <context>
        <name>PhotoFacts</name>
        <message>
            <source>The photo tells neither when nor where it was taken.</source>
            <translation>照片未带拍摄时间和位置</translation>
        </message>
        <message>
            <source>Taken {when}</source>
            <translation>{when} 拍摄</translation>
        </message>
        <message>
            <source>{n} m from the zone</source>
            <translation>距区域 {n} 米</translation>
        </message>
        <message>
            <source>within the zone</source>
            <translation>在区域内</translation>
        </message>
        <message>
            <source>{span} before it was handed in</source>
            <translation>提交前 {span}</translation>
        </message>
        <message>
            <source>{span} after the handing in</source>
            <translation>提交后 {span}</translation>
        </message>
        <message>
            <source>{span} before the report</source>
            <translation>上报前 {span}</translation>
        </message>
        <message>
            <source>{span} after the report</source>
            <translation>上报后 {span}</translation>
        </message>
    </context>
    <context>
        <name>PhotoPair</name>
        <message>
            <source>After</source>
            <translation>整改后</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>整改前</translation>
        </message>
        <message>
            <source>Photos before and after</source>
            <translation>整改前后照片</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>No photo yet</source>
            <translation>还没有照片</translation>
        </message>
        <message>
            <source>This photo is not here yet; it is being fetched.</source>
            <translation>照片还没到本机，正在取。</translation>
        </message>
        <message>
            <source>Photo {n} of {many} ▸</source>
            <translation>第 {n} 张，共 {many} 张 ▸</translation>
        </message>
    </context>
    <context>
        <name>PhotoRelease</name>
        <message>
            <source>No faces: papers for customers may show the photos.</source>
            <translation>无人脸：客户审核资料可附这些照片。</translation>
        </message>
        <message>
            <source>Papers for customers leave these photos out until somebody has looked for faces.</source>
            <translation>核对无人脸之前，客户审核资料不附这些照片。</translation>
        </message>
        <message>
            <source>Not to outsiders</source>
            <translation>不对外</translation>
        </message>
        <message>
            <source>No faces</source>
            <translation>无人脸，可对外</translation>
        </message>
    </context>
    <context>
        <name>PhotoSearch</name>
        <message>
            <source>Find a photo</source>
            <translation>查找照片</translation>
        </message>
        <message>
            <source>Give it a photo: it is looked for among all photos of the plant.</source>
            <translation>放入一张照片，即在全厂全部照片中查找。</translation>
        </message>
        <message>
            <source>Open the hazard</source>
            <translation>打开隐患</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>No photo of the plant looks like it.</source>
            <translation>全厂没有与它相似的照片。</translation>
        </message>
        <message numerus="yes">
            <source>%n photos look like it.</source>
            <translation>
                <numerusform>有 %n 张照片与它相似。</numerusform>
            </translation>
        </message>
        <message>
            <source>the same</source>
            <translation>相同</translation>
        </message>
        <message>
            <source>nearly the same</source>
            <translation>几乎相同</translation>
        </message>
        <message>
            <source>alike</source>
            <translation>相似</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>拍摄时间</translation>
        </message>
        <message>
            <source>Likeness</source>
            <translation>相似程度</translation>
        </message>
    </context>
    <context>
        <name>PhotoTray</name>
        <message>
            <source>Choose photos…</source>
            <translation>选择照片…</translation>
        </message>
        <message>
            <source>Photos (*.jpg *.jpeg *.png *.webp *.heic *.JPG *.JPEG *.PNG)</source>
            <translation>照片 (*.jpg *.jpeg *.png *.webp *.heic *.JPG *.JPEG *.PNG)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>The picture</source>
            <translation>这张图片</translation>
        </message>
        <message>
            <source>It can't be read.</source>
            <translation>读不出来。</translation>
        </message>
        <message>
            <source>{file}: {why}</source>
            <translation>{file}：{why}</translation>
        </message>
        <message>
            <source>The photo is being made ready…</source>
            <translation>正在处理照片…</translation>
        </message>
        <message>
            <source>Or drop photos here, or paste one with Ctrl+V. At most {n}.</source>
            <translation>也可以把照片拖到这里，或按 Ctrl+V 粘贴。最多 {n} 张。</translation>
        </message>
        <message>
            <source>Take this photo out again</source>
            <translation>去掉这张照片</translation>
        </message>
    </context>
    <context>
        <name>Picker</name>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
    </context>
    <context>
        <name>PlanDialog</name>
        <message>
            <source>Five requirements of a major hazard</source>
            <translation>重大隐患“五落实”</translation>
        </message>
        <message>
            <source>Write it down</source>
            <translation>保存“五落实”</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Fixing begins, and the fix can be approved, only once all of this is written down.</source>
            <translation>以下各项全部填写后，才能开始整改和通过复核。</translation>
        </message>
        <message>
            <source>Still lacking: {fields}</source>
            <translation>还缺：{fields}</translation>
        </message>
    </context>
    <context>
        <name>PlanPanel</name>
        <message>
            <source>New inspection plan</source>
            <translation>新巡检计划</translation>
        </message>
        <message>
            <source>Drag the zones into the order in which they are walked.</source>
            <translation>勾选区域，并拖动成行走顺序。</translation>
        </message>
        <message>
            <source>Propose the shortest order</source>
            <translation>推荐最短顺序</translation>
        </message>
        <message>
            <source>Draw the round on the plan…</source>
            <translation>在平面图上画路线…</translation>
        </message>
        <message>
            <source>anybody</source>
            <translation>不限人</translation>
        </message>
        <message>
            <source>No checklist</source>
            <translation>不用检查表</translation>
        </message>
        <message>
            <source>{name} (ready)</source>
            <translation>{name}（现成）</translation>
        </message>
        <message>
            <source>e.g. 08:00 14:00; none: any time of the day</source>
            <translation>如 08:00 14:00；空为当天任何时间</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Use again</source>
            <translation>恢复使用</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>The plan has been made; its inspections appear as soon as the hub has it.</source>
            <translation>计划已制定，主机收到后生成巡检任务。</translation>
        </message>
        <message>
            <source>The plan has been changed.</source>
            <translation>计划已更改。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>PlanPrintDialog</name>
        <message>
            <source>Print the plan</source>
            <translation>打印平面图</translation>
        </message>
        <message>
            <source>How far the pages have been drawn</source>
            <translation>页面绘制进度</translation>
        </message>
        <message>
            <source>Previous sheet</source>
            <translation>上一张</translation>
        </message>
        <message>
            <source>Next sheet</source>
            <translation>下一张</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>This computer has no printer: save the pages as a file.</source>
            <translation>本机没有打印机，可存为文件。</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>landscape</source>
            <translation>横向</translation>
        </message>
        <message>
            <source>portrait</source>
            <translation>纵向</translation>
        </message>
        <message>
            <source>1:{scale} on {paper}, {way}</source>
            <translation>1:{scale}，{paper} {way}</translation>
        </message>
        <message>
            <source>{paper}, {way}</source>
            <translation>{paper} {way}</translation>
        </message>
        <message numerus="yes">
            <source>%n pages</source>
            <translation>
                <numerusform>共 %n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>{page} of {pages}</source>
            <translation>第 {page} 张，共 {pages} 张</translation>
        </message>
        <message>
            <source>Take 1:{scale}</source>
            <translation>改用 1:{scale}</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>已存为 {file}</translation>
        </message>
        <message>
            <source>Sent to {printer}</source>
            <translation>已发送到 {printer}</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>文件没有写成：{why}</translation>
        </message>
    </context>
    <context>
        <name>PlanView</name>
        <message>
            <source>Floor plan</source>
            <translation>厂区平面图</translation>
        </message>
    </context>
    <context>
        <name>PlantCard</name>
        <message>
            <source>The plant now</source>
            <translation>全厂此刻</translation>
        </message>
        <message>
            <source>Open the map</source>
            <translation>打开地图</translation>
        </message>
        <message>
            <source>The hub is out of reach: colours may be old.</source>
            <translation>连不上中心：颜色可能不是最新的。</translation>
        </message>
    </context>
    <context>
        <name>PointsPage</name>
        <message>
            <source>Points: the ranking</source>
            <translation>积分榜</translation>
        </message>
        <message>
            <source>Shop: goods and stock</source>
            <translation>商城：商品与库存</translation>
        </message>
        <message>
            <source>Shop: what was redeemed</source>
            <translation>商城：兑换记录</translation>
        </message>
        <message>
            <source>Department score</source>
            <translation>部门绩效</translation>
        </message>
        <message>
            <source>Points given by hand</source>
            <translation>积分人工调整</translation>
        </message>
        <message>
            <source>Doubts and re-checks</source>
            <translation>积分核查与抽查</translation>
        </message>
        <message>
            <source>What earns points</source>
            <translation>积分规则</translation>
        </message>
        <message>
            <source>Ranking</source>
            <translation>积分榜</translation>
        </message>
        <message>
            <source>Goods</source>
            <translation>商品库存</translation>
        </message>
        <message>
            <source>Redemptions</source>
            <translation>兑换发放</translation>
        </message>
        <message>
            <source>Departments' score</source>
            <translation>部门绩效</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>人工调整</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>核查</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>积分规则</translation>
        </message>
    </context>
    <context>
        <name>PositionDialog</name>
        <message>
            <source>Position on the earth</source>
            <translation>地理位置</translation>
        </message>
        <message>
            <source>Coordinates are</source>
            <translation>坐标系</translation>
        </message>
        <message>
            <source>WGS-84 (GPS, Google Earth)</source>
            <translation>WGS-84（GPS、谷歌地球）</translation>
        </message>
        <message>
            <source>GCJ-02 (Amap, Tencent maps)</source>
            <translation>GCJ-02（高德、腾讯地图）</translation>
        </message>
        <message>
            <source>Control points</source>
            <translation>控制点</translation>
        </message>
        <message>
            <source>x (m)</source>
            <translation>x（米）</translation>
        </message>
        <message>
            <source>y (m)</source>
            <translation>y（米）</translation>
        </message>
        <message>
            <source>Longitude, latitude</source>
            <translation>经度, 纬度</translation>
        </message>
        <message>
            <source>Off (m)</source>
            <translation>误差（米）</translation>
        </message>
        <message>
            <source>Save position</source>
            <translation>保存位置</translation>
        </message>
        <message>
            <source>Remove point</source>
            <translation>删除控制点</translation>
        </message>
        <message>
            <source>Remove position</source>
            <translation>取消位置</translation>
        </message>
        <message>
            <source>Click a place on the plan that you also find on a map, such as a corner of the building, and type its longitude and latitude. Three at least, four or more are better.</source>
            <translation>在图上点一个地图上也能找到的地方，例如楼角，再输入它的经度和纬度。至少三个点，四个以上更好。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Largest error {worst} m, scale {scale}, turned by {turn}°</source>
            <translation>最大误差 {worst} 米，比例 {scale}，旋转 {turn}°</translation>
        </message>
        <message>
            <source>The plan would be mirrored: two points are mixed up, or longitude and latitude are.</source>
            <translation>平面图会被镜像：有两个点弄反了，或经度与纬度弄反了。</translation>
        </message>
        <message>
            <source>The plan's scale is {percent} % off the earth's: check its unit and scale.</source>
            <translation>平面图的比例与实际相差 {percent}%：请核对单位和比例。</translation>
        </message>
        <message>
            <source>A point is more than a metre off: check the one with the largest error.</source>
            <translation>有控制点误差超过 1 米：请核对误差最大的那个点。</translation>
        </message>
    </context>
    <context>
        <name>PrintChoices</name>
        <message>
            <source>What is printed</source>
            <translation>打印内容</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Whichever is larger</source>
            <translation>自动（取更大比例）</translation>
        </message>
        <message>
            <source>Landscape</source>
            <translation>横向</translation>
        </message>
        <message>
            <source>Portrait</source>
            <translation>纵向</translation>
        </message>
        <message>
            <source>Orientation</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>As large as fits</source>
            <translation>放得下的最大比例</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>比例</translation>
        </message>
        <message>
            <source>Drawing under the zones</source>
            <translation>区域下的图纸底图</translation>
        </message>
        <message>
            <source>Equipment, sensors and doors</source>
            <translation>设备、传感器和门禁</translation>
        </message>
        <message>
            <source>Several sheets if need be</source>
            <translation>一张放不下时分多张</translation>
        </message>
        <message>
            <source>Plan with live status</source>
            <translation>平面图 · 实时状态</translation>
        </message>
        <message>
            <source>Four-colour risk map</source>
            <translation>安全风险四色图</translation>
        </message>
        <message>
            <source>Both: four colours and live status</source>
            <translation>四色与实时状态</translation>
        </message>
        <message>
            <source>Risk notice board</source>
            <translation>安全风险公告栏</translation>
        </message>
        <message>
            <source>Risk notice cards, one a zone</source>
            <translation>风险告知卡（每区一张）</translation>
        </message>
        <message>
            <source>Risk list</source>
            <translation>安全风险分级清单</translation>
        </message>
        <message>
            <source>List of measures and responsibility</source>
            <translation>管控措施与责任清单</translation>
        </message>
        <message>
            <source>Hazard list</source>
            <translation>事故隐患清单</translation>
        </message>
    </context>
    <context>
        <name>PrintDesk</name>
        <message>
            <source>zone-labels</source>
            <translation>区域标签</translation>
        </message>
        <message>
            <source>blank-labels</source>
            <translation>空白标签</translation>
        </message>
        <message>
            <source>Kept back, not printed: {kept}</source>
            <translation>留下没有打印：{kept}</translation>
        </message>
        <message numerus="yes">
            <source>%n labels are in {file}.</source>
            <translation>
                <numerusform>%n 张标签已写入 {file}。</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message numerus="yes">
            <source>%n labels went to {printer}.</source>
            <translation>
                <numerusform>%n 张标签已送到打印机 {printer}。</numerusform>
            </translation>
        </message>
        <message>
            <source>The file could not be written; nothing was printed. ({why})</source>
            <translation>文件写不进去，没有打印任何标签。（{why}）</translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message>
            <source>Where should the labels go?</source>
            <translation>标签打到哪里？</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>输出到</translation>
        </message>
        <message numerus="yes">
            <source>Print %n labels</source>
            <translation>
                <numerusform>打印 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>It is printed dot by dot in its true size; the printer's own scaling is not asked.</source>
            <translation>按实际尺寸逐点打印，不经过打印机自带的缩放。</translation>
        </message>
        <message>
            <source>This computer has no printer. Labels can go to a label printer in the network or into a file.</source>
            <translation>这台电脑没有安装打印机。可以打到网络标签打印机，或存成文件。</translation>
        </message>
        <message>
            <source>Address of the label printer</source>
            <translation>标签打印机地址</translation>
        </message>
        <message>
            <source>Address, such as 192.168.1.50</source>
            <translation>地址，例如 192.168.1.50</translation>
        </message>
        <message>
            <source>Command language</source>
            <translation>指令语言</translation>
        </message>
        <message>
            <source>Resolution of the head</source>
            <translation>打印头分辨率</translation>
        </message>
        <message>
            <source>Both stand on the plate under the printer. Codes and Chinese text need no font in the printer.</source>
            <translation>两项都写在打印机底部的铭牌上。二维码和中文都不需要打印机自带字库。</translation>
        </message>
        <message>
            <source>A PDF or a picture; for label printers also ZPL and TSPL.</source>
            <translation>PDF 或图片；单张标签还可存成 ZPL、TSPL，供标签打印机使用。</translation>
        </message>
        <message>
            <source>A printer of this computer</source>
            <translation>这台电脑的打印机</translation>
        </message>
        <message>
            <source>A label printer in the network</source>
            <translation>网络标签打印机</translation>
        </message>
        <message>
            <source>A file</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>This paper is a sheet for office printers. Choose a roll on the page before.</source>
            <translation>这种纸是办公打印机用的整张标签纸。请先在标签页换成卷筒纸。</translation>
        </message>
    </context>
    <context>
        <name>PrintJob</name>
        <message numerus="yes">
            <source>%n labels are being issued by the hub…</source>
            <translation>
                <numerusform>中心正在制作 %n 张标签…</numerusform>
            </translation>
        </message>
        <message>
            <source>The sheet is being drawn and read back…</source>
            <translation>正在排版并回读校验…</translation>
        </message>
    </context>
    <context>
        <name>ProofPanel</name>
        <message>
            <source>What is so with the label</source>
            <translation>标签说明</translation>
        </message>
        <message>
            <source>The sheet</source>
            <translation>纸张预览</translation>
        </message>
        <message>
            <source>Each code is rendered and read back…</source>
            <translation>正在生成标签，并逐个回读二维码…</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Tick zones at the left; the sheet shows at once how they will come out.</source>
            <translation>在左侧勾选区域，纸张上立即显示打印效果。</translation>
        </message>
        <message>
            <source>Kept back: {name}</source>
            <translation>不能印：{name}</translation>
        </message>
        <message>
            <source>This zone has no label yet: its code gets its seal from the hub when you print.</source>
            <translation>这个区域还没有标签：打印时由中心加上防伪码。</translation>
        </message>
        <message>
            <source>Measured on the rendered page</source>
            <translation>从排好的页面上量的</translation>
        </message>
        <message>
            <source>{n} modules</source>
            <translation>{n} 格</translation>
        </message>
        <message>
            <source>Read back</source>
            <translation>解码</translation>
        </message>
        <message>
            <source>yes, the same text</source>
            <translation>内容一致</translation>
        </message>
        <message>
            <source>no</source>
            <translation>读不出</translation>
        </message>
        <message>
            <source>Quiet zone (4 needed)</source>
            <translation>静区（要 4 格）</translation>
        </message>
        <message>
            <source>One module</source>
            <translation>每格</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>黑白反差</translation>
        </message>
        <message>
            <source>Error correction left</source>
            <translation>纠错余量</translation>
        </message>
        <message>
            <source>Reading distance</source>
            <translation>可读距离</translation>
        </message>
        <message>
            <source>up to about {n} cm</source>
            <translation>最远约 {n} cm</translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message>
            <source>Waiting for review</source>
            <translation>待复核</translation>
        </message>
        <message>
            <source>Hazards that wait for a review</source>
            <translation>等待复核的隐患</translation>
        </message>
        <message>
            <source>Nothing waits for your review.</source>
            <translation>没有等您复核的隐患。</translation>
        </message>
    </context>
    <context>
        <name>QueueSide</name>
        <message>
            <source>Approved today</source>
            <translation>今天已通过</translation>
        </message>
        <message>
            <source>Returned today</source>
            <translation>今天已退回</translation>
        </message>
        <message>
            <source>Back to the list (Esc)</source>
            <translation>回到列表 (Esc)</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Review desk</source>
            <translation>复核台</translation>
        </message>
        <message>
            <source>most urgent first</source>
            <translation>最急在上</translation>
        </message>
        <message>
            <source>{n} for me</source>
            <translation>等我 {n} 条</translation>
        </message>
        <message>
            <source>photos here: {ready} of {all}</source>
            <translation>照片已备 {ready}/{all}</translation>
        </message>
        <message numerus="yes">
            <source>%n hazards</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Ranking</name>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>班组</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This quarter</source>
            <translation>本季度</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>All time</source>
            <translation>累计</translation>
        </message>
        <message>
            <source>Span</source>
            <translation>时间段</translation>
        </message>
        <message>
            <source>Points come when an inspection or a reported hazard was found valid.</source>
            <translation>巡检或上报的隐患经核实有效后，自动获得积分。</translation>
        </message>
        <message>
            <source>Nobody has earned points yet</source>
            <translation>还没有人获得积分</translation>
        </message>
        <message>
            <source>Who wishes so stands under a pseudonym.</source>
            <translation>员工可选择以代号显示。</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>名次</translation>
        </message>
        <message>
            <source>Earned</source>
            <translation>获得</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>For each person</source>
            <translation>人均</translation>
        </message>
    </context>
    <context>
        <name>ReachBar</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Fetch {month}</source>
            <translation>取回{month}的记录</translation>
        </message>
        <message>
            <source>The hub's older entries don't lead to those here: none was taken over, and nothing was changed here. Tell the administrator.</source>
            <translation>中心的旧记录与本机的记录链对不上：没有采用，本机的记录也没有改动。请告诉管理员。</translation>
        </message>
        <message numerus="yes">
            <source>Those older than %n months stay until {day}; the hub keeps them.</source>
            <translation>
                <numerusform>%n 个月以前的记录在本机保留到 {day}，中心一直保存。</numerusform>
            </translation>
        </message>
        <message>
            <source>All entries since the plant was founded are here.</source>
            <translation>建厂以来的全部记录都在本机。</translation>
        </message>
        <message>
            <source>Entries from {day} on are here; this computer is fetching those before.</source>
            <translation>本机有 {day} 起的记录，更早的正在取回。</translation>
        </message>
        <message>
            <source>Entries from {day} on are here; the hub has none before them.</source>
            <translation>本机有 {day} 起的记录，中心也没有更早的。</translation>
        </message>
        <message numerus="yes">
            <source>Entries from {day} on are here; the hub has %n older ones.</source>
            <translation>
                <numerusform>本机有 {day} 起的记录，中心还有更早的 %n 条。</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetching entries back to {month}: {day} is reached.</source>
            <translation>正在取回{month}以来的记录，已到 {day}。</translation>
        </message>
        <message>
            <source>The hub can't be reached. Entries back to {month} are fetched as soon as it can; those here stay as they are.</source>
            <translation>连不上中心。一连上就取回{month}以来的记录；本机已有的记录不受影响。</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>Or in your own words</source>
            <translation>或用自己的话写</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>RecheckPanel</name>
        <message>
            <source>Random re-check</source>
            <translation>随机抽查</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>{name} looks at it by {moment}</source>
            <translation>{name} 抽查，{moment} 前完成</translation>
        </message>
        <message>
            <source>Whom it was given to answers, or the safety office.</source>
            <translation>由被指定的抽查人或安环部填写。</translation>
        </message>
        <message>
            <source>What was seen on the spot</source>
            <translation>现场情况</translation>
        </message>
        <message>
            <source>Can't be looked at</source>
            <translation>无法抽查</translation>
        </message>
        <message>
            <source>Not as told</source>
            <translation>与记录不符</translation>
        </message>
        <message>
            <source>As told</source>
            <translation>与记录一致</translation>
        </message>
        <message>
            <source>Please say what was seen.</source>
            <translation>请填写现场情况。</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>请说明原因。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>RecordsPanel</name>
        <message numerus="yes">
            <source>%n hazards</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more: narrow the period to see them.</source>
            <translation>
                <numerusform>还有 %n 条：缩短时间范围可查看。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportCard</name>
        <message>
            <source>Add a reader</source>
            <translation>添加收件人</translation>
        </message>
        <message>
            <source>Save the readers</source>
            <translation>保存收件人</translation>
        </message>
        <message>
            <source>At eight in the morning of this day the report of the month before goes out as a PDF. Who has no e-mail address hears by another way that it is there.</source>
            <translation>每月这一天早上 8 点，把上个月的报告以 PDF 附件发出。没有邮箱的人会以其他方式得知报告已出。</translation>
        </message>
        <message>
            <source>day {n}</source>
            <translation>{n} 日</translation>
        </message>
        <message>
            <source>not at all</source>
            <translation>不发送</translation>
        </message>
        <message>
            <source>{name} (no e-mail)</source>
            <translation>{name}（没有邮箱）</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation>从名单中去掉</translation>
        </message>
        <message>
            <source>Add a reader…</source>
            <translation>添加收件人…</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Report a hazard</source>
            <translation>上报隐患</translation>
        </message>
        <message>
            <source>Report it</source>
            <translation>上报</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Choose the zone…</source>
            <translation>请选择区域…</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>{count} in {days} d</source>
            <translation>{days} 天 {count} 条</translation>
        </message>
        <message>
            <source>{a}–{b} days</source>
            <translation>{a}–{b} 天</translation>
        </message>
        <message>
            <source>over {a} days</source>
            <translation>超过 {a} 天</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} 小时</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <source>Figures and charts</source>
            <translation>指标和图表</translation>
        </message>
        <message>
            <source>Reports to hand on</source>
            <translation>可交付的报告</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>分析</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>时间范围</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>对比期</translation>
        </message>
        <message>
            <source>Figures, charts and reports come from hazards and inspections, as soon as there are some.</source>
            <translation>有了隐患和巡检，这里就有指标、图表和报告。</translation>
        </message>
        <message>
            <source>Nothing to report yet</source>
            <translation>还没有可报告的内容</translation>
        </message>
        <message>
            <source>against</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>being reckoned…</source>
            <translation>正在计算…</translation>
        </message>
    </context>
    <context>
        <name>ReviewDesk</name>
        <message>
            <source>Write them down…</source>
            <translation>填写“五落实”…</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>上报隐患</translation>
        </message>
        <message>
            <source>Fix</source>
            <translation>整改</translation>
        </message>
        <message>
            <source>Whole photos</source>
            <translation>看全图</translation>
        </message>
        <message>
            <source>Turn both photos (T)</source>
            <translation>同时旋转两张照片（T）</translation>
        </message>
        <message>
            <source>Find elsewhere…</source>
            <translation>全库查找…</translation>
        </message>
        <message>
            <source>Find this photo among all photos (F)</source>
            <translation>在全部照片中查找这张（F）</translation>
        </message>
        <message>
            <source> or </source>
            <translation>或</translation>
        </message>
        <message>
            <source>Major hazard, still lacking: {fields}. It can't be approved before.</source>
            <translation>重大隐患，还缺：{fields}。填写前不能通过复核。</translation>
        </message>
        <message>
            <source>The photos have changed since you looked: look again.</source>
            <translation>您看过之后照片换了，请再看一遍。</translation>
        </message>
        <message>
            <source>all photos seen</source>
            <translation>照片都已看过</translation>
        </message>
        <message>
            <source>seen {done} of {all} photos</source>
            <translation>已看 {done}/{all} 张</translation>
        </message>
        <message>
            <source>Linked zoom {percent} %</source>
            <translation>同步缩放 {percent} %</translation>
        </message>
    </context>
    <context>
        <name>Revoked</name>
        <message>
            <source>Save what waits to a file…</source>
            <translation>把待发送的内容存成文件…</translation>
        </message>
        <message>
            <source>Pairing code</source>
            <translation>配对码</translation>
        </message>
        <message>
            <source>Pair this computer again</source>
            <translation>让这台电脑重新加入</translation>
        </message>
        <message>
            <source>This computer has been revoked</source>
            <translation>这台电脑已被停用</translation>
        </message>
        <message>
            <source>Somebody has revoked this computer, perhaps because it was taken for lost. The hub takes nothing from it and gives it nothing.</source>
            <translation>有人停用了这台电脑，可能是以为它丢了。中心不再收它的内容，也不再给它任何内容。</translation>
        </message>
        <message>
            <source>If it is yours, ask your administrator for a pairing code. What waits is then sent.</source>
            <translation>如果这台电脑还在您手里，请向管理员要一个配对码；重新加入后，待发送的内容就会交给中心。</translation>
        </message>
        <message>
            <source>A picture of the QR code may be pasted here, too (Ctrl+V).</source>
            <translation>也可以把二维码图片直接粘贴在这里（Ctrl+V）。</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) you did are kept on this computer and not yet sent.</source>
            <translation>
                <numerusform>本机保存着 %n 项已做、还没有发送的工作。</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything done on it had been sent before.</source>
            <translation>在这台电脑上做的工作此前都已发送。</translation>
        </message>
        <message>
            <source>Save what waits</source>
            <translation>保存待发送的内容</translation>
        </message>
        <message>
            <source>Done on this computer and not yet sent, until {when}</source>
            <translation>截至 {when}，在这台电脑上做的、还没有发送的工作</translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s)</source>
            <translation>
                <numerusform>%n 项工作</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n 张图片</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved: {what} ({size}) in {file}</source>
            <translation>已保存：{what}（{size}），在 {file}</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) are not on this computer and could not be saved.</source>
            <translation>
                <numerusform>另有 %n 张图片不在本机，没能保存。</numerusform>
            </translation>
        </message>
        <message>
            <source>It could not be saved: {why}</source>
            <translation>没有存成：{why}</translation>
        </message>
    </context>
    <context>
        <name>RightsModel</name>
        <message>
            <source>Deed</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Separation of duties leaves this as it is.</source>
            <translation>按职责分离要求，此项不能修改。</translation>
        </message>
    </context>
    <context>
        <name>RightsWindow</name>
        <message>
            <source>Who may do what</source>
            <translation>操作权限表</translation>
        </message>
        <message>
            <source>Find a deed</source>
            <translation>查找操作</translation>
        </message>
        <message>
            <source>Where there is no box, separation of duties leaves it as it is: reviews, accounts and what takes two people are fixed. A star marks what this plant has set. Some deeds ask for more, such as one's own team.</source>
            <translation>没有勾选框的格子由职责分离决定，不能修改；复核、账号以及须两人决定的事项固定不变。带 * 的是本厂改过的。部分操作另有条件，例如限本班组。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message numerus="yes">
            <source>Save %n changes</source>
            <translation>
                <numerusform>保存 %n 项修改</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing changed</source>
            <translation>没有修改</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>RiskPage</name>
        <message>
            <source>Add a risk point</source>
            <translation>新增风险点</translation>
        </message>
        <message>
            <source>The worst residual risk of these zones stands for another class. Click to take it:</source>
            <translation>以下区域的类别与剩余风险不一致，点击即可采用建议类别：</translation>
        </message>
        <message>
            <source>Say what can go wrong in a zone and how bad it is; the four-colour map follows from it.</source>
            <translation>写明区域里可能出什么事、有多严重，四色图由此得出。</translation>
        </message>
        <message>
            <source>No risk points yet</source>
            <translation>还没有风险点</translation>
        </message>
        <message>
            <source>Bounds of the levels…</source>
            <translation>分级界限…</translation>
        </message>
        <message numerus="yes">
            <source>%n risk points</source>
            <translation>
                <numerusform>%n 个风险点</numerusform>
            </translation>
        </message>
        <message>
            <source>The new bounds hold from now on.</source>
            <translation>新界限即刻生效。</translation>
        </message>
        <message>
            <source>{zone}: {old} → {new}</source>
            <translation>{zone}：{old} → {new}</translation>
        </message>
        <message>
            <source>Give the zone the class of its worst residual risk</source>
            <translation>采用剩余风险对应的区域类别</translation>
        </message>
        <message>
            <source>{zone} is class {letter} now.</source>
            <translation>{zone}已改为 {letter} 类。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Residual</source>
            <translation>剩余风险</translation>
        </message>
        <message>
            <source>Inherent</source>
            <translation>固有风险</translation>
        </message>
    </context>
    <context>
        <name>RiskPanel</name>
        <message>
            <source>Inherent</source>
            <translation>固有风险</translation>
        </message>
        <message>
            <source>Residual</source>
            <translation>剩余风险</translation>
        </message>
        <message>
            <source>Set directly: {reason} ({source})</source>
            <translation>直接判定：{reason}（{source}）</translation>
        </message>
        <message>
            <source>What if</source>
            <translation>试算：改变措施会怎样</translation>
        </message>
        <message>
            <source>New risk point</source>
            <translation>新风险点</translation>
        </message>
        <message>
            <source>Add the risk point</source>
            <translation>保存风险点</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>未指定人员</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>no day set</source>
            <translation>未定</translation>
        </message>
        <message>
            <source>Control measures</source>
            <translation>管控措施</translation>
        </message>
        <message>
            <source>None yet.</source>
            <translation>还没有。</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>计划中</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Add a measure</source>
            <translation>新增措施</translation>
        </message>
        <message>
            <source>Assess again</source>
            <translation>重新评价</translation>
        </message>
        <message>
            <source>Set the level…</source>
            <translation>直接判定…</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>The risk point has been added.</source>
            <translation>风险点已新增。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Assessed again.</source>
            <translation>已重新评价。</translation>
        </message>
        <message>
            <source>A day as 2027-03-31</source>
            <translation>日期格式：2027-03-31</translation>
        </message>
        <message>
            <source>Changed.</source>
            <translation>已修改。</translation>
        </message>
        <message>
            <source>Control measure</source>
            <translation>管控措施</translation>
        </message>
        <message>
            <source>The measure has been saved.</source>
            <translation>措施已保存。</translation>
        </message>
        <message>
            <source>The measure has been removed.</source>
            <translation>措施已移除。</translation>
        </message>
        <message>
            <source>Set the level directly</source>
            <translation>直接判定等级</translation>
        </message>
        <message>
            <source>By the numbers</source>
            <translation>按评分</translation>
        </message>
        <message>
            <source>The level has been set.</source>
            <translation>等级已设定。</translation>
        </message>
        <message>
            <source>The risk point is retired.</source>
            <translation>风险点已停用。</translation>
        </message>
    </context>
    <context>
        <name>RoundDialog</name>
        <message>
            <source>The round on the plan</source>
            <translation>平面图上的巡检路线</translation>
        </message>
        <message>
            <source>Floor</source>
            <translation>楼层</translation>
        </message>
        <message>
            <source>Order of the walk</source>
            <translation>巡检顺序</translation>
        </message>
        <message>
            <source>Press a zone to take it in. Carry a number onto another, or drag in the list, to change the order.</source>
            <translation>点击区域即可加入路线。把一个序号拖到另一个序号上，或在列表中拖动，可调整顺序。</translation>
        </message>
        <message>
            <source>Propose the shortest order</source>
            <translation>推荐最短顺序</translation>
        </message>
        <message>
            <source>Take out of the round</source>
            <translation>移出路线</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Use this order</source>
            <translation>采用此顺序</translation>
        </message>
        <message>
            <source>{metres} m as the crow flies, about {minutes} min with a look at each place.</source>
            <translation>直线距离约 {metres} 米，含逐点检查约 {minutes} 分钟。</translation>
        </message>
    </context>
    <context>
        <name>RoutePanel</name>
        <message>
            <source>Route {number}</source>
            <translation>第 {number} 条路线</translation>
        </message>
        <message>
            <source>New route</source>
            <translation>新路线</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>The route has been added; it is looked at first.</source>
            <translation>路线已新增，排在最前。</translation>
        </message>
        <message>
            <source>The route has been changed.</source>
            <translation>路线已更改。</translation>
        </message>
        <message>
            <source>The route has been removed.</source>
            <translation>路线已移出。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>RowsEditor</name>
        <message>
            <source>Add a line</source>
            <translation>增加一行</translation>
        </message>
        <message>
            <source>Take this line away</source>
            <translation>去掉这一行</translation>
        </message>
    </context>
    <context>
        <name>RuleEditor</name>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>What the rule is called</source>
            <translation>规则名称</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>撤销（Ctrl+Z）</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Y)</source>
            <translation>重做（Ctrl+Y）</translation>
        </message>
        <message>
            <source>Save the rule</source>
            <translation>保存规则</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>积木</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文本</translation>
        </message>
        <message>
            <source>Right-click a block for all that can be done with it.</source>
            <translation>右键单击积木查看全部操作。</translation>
        </message>
        <message>
            <source>What was not saved the last time is here again; Ctrl+Z takes it away.</source>
            <translation>上次没有保存的内容还在；按 Ctrl+Z 放弃。</translation>
        </message>
        <message>
            <source>There is no room for it here.</source>
            <translation>这里放不下。</translation>
        </message>
        <message>
            <source>The block is copied; Ctrl+V puts it in, also in another rule.</source>
            <translation>积木已复制，Ctrl+V 粘贴，也可粘贴到别的规则。</translation>
        </message>
        <message>
            <source>The rule is not whole yet: see what is still missing.</source>
            <translation>规则还不完整，请看还缺什么。</translation>
        </message>
        <message>
            <source>The rule is saved.</source>
            <translation>规则已保存。</translation>
        </message>
        <message>
            <source>The rule is saved, switched off.</source>
            <translation>规则已保存，尚未启用。</translation>
        </message>
    </context>
    <context>
        <name>RulePanel</name>
        <message>
            <source>Switched on</source>
            <translation>已启用</translation>
        </message>
        <message>
            <source>Switched off</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>On the past year</source>
            <translation>放到过去一年试算</translation>
        </message>
        <message>
            <source>What this rule listens to is kept at the hub; open it to try it there.</source>
            <translation>这条规则所用的数据存放在中心，打开编辑后可在中心试算。</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Edit and try</source>
            <translation>编辑与试算</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>New rule</source>
            <translation>新建规则</translation>
        </message>
        <message>
            <source>The rule is switched on.</source>
            <translation>规则已启用。</translation>
        </message>
        <message>
            <source>The rule is switched off.</source>
            <translation>规则已停用。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The rule is retired; its alerts stay.</source>
            <translation>规则已作废，它的告警仍保留。</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>New rule</source>
            <translation>新建规则</translation>
        </message>
        <message>
            <source>Rules watch inspections, hazards and sensors day and night, and alert by themselves.</source>
            <translation>规则日夜看着巡检、隐患和传感器，发现问题自动告警。</translation>
        </message>
        <message>
            <source>No rules yet</source>
            <translation>还没有规则</translation>
        </message>
        <message numerus="yes">
            <source>%n switched on</source>
            <translation>
                <numerusform>%n 条启用</numerusform>
            </translation>
        </message>
        <message>
            <source>Please name one sensor and a bound, e.g. compressor temperature above 90 for 15 min.</source>
            <translation>请写明一个传感器和限值，例如：空压机温度 高于 90 持续 15 分钟。</translation>
        </message>
        <message>
            <source>Switch</source>
            <translation>开关</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>To see to</source>
            <translation>待改进</translation>
        </message>
        <message>
            <source>Shelved until</source>
            <translation>搁置到</translation>
        </message>
        <message>
            <source>Last spoke</source>
            <translation>上次告警</translation>
        </message>
        <message>
            <source>In 4 weeks</source>
            <translation>近四周</translation>
        </message>
        <message>
            <source>On</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>停用</translation>
        </message>
    </context>
    <context>
        <name>RulesPanel</name>
        <message>
            <source>Forms of work permits</source>
            <translation>作业票表单</translation>
        </message>
        <message>
            <source>Version {n}. Permits that were applied for keep the form of their day.</source>
            <translation>第 {n} 版。已申请的作业票沿用申请时的表单。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Level of the work</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Valid for hours</source>
            <translation>有效时长（小时）</translation>
        </message>
        <message>
            <source>How many approve (0: all)</source>
            <translation>审批人数（0 为全部）</translation>
        </message>
        <message>
            <source>Gas</source>
            <translation>气体</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>It holds from now on.</source>
            <translation>已生效。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Figures about contractors</source>
            <translation>承包商口径</translation>
        </message>
        <message>
            <source>Papers and inductions are told so many days before they end, and once more when they have.</source>
            <translation>资料和入厂教育到期前按下列天数提醒，过期时再提醒一次。</translation>
        </message>
    </context>
    <context>
        <name>Rungs</name>
        <message>
            <source>After {minutes} min: {whom}</source>
            <translation>{minutes} 分钟后：{whom}</translation>
        </message>
    </context>
    <context>
        <name>Saying</name>
        <message>
            <source>The rule in a sentence</source>
            <translation>规则的一句话表述</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Still missing</source>
            <translation>还缺什么</translation>
        </message>
        <message>
            <source>Nothing: it can be tried and saved.</source>
            <translation>不缺什么，可以试算和保存。</translation>
        </message>
    </context>
    <context>
        <name>ScaleByPoints</name>
        <message>
            <source>Set scale by two points</source>
            <translation>用两点定比例</translation>
        </message>
        <message>
            <source>True distance in metres</source>
            <translation>实际距离（米）</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>应用</translation>
        </message>
        <message>
            <source>How far apart are the two points in truth?</source>
            <translation>这两点实际相距多少？</translation>
        </message>
        <message>
            <source>Click two points in the plan whose distance you know, as far apart as you can.</source>
            <translation>在图上点两个已知距离的点，相距越远越准。</translation>
        </message>
    </context>
    <context>
        <name>ScoreForm</name>
        <message>
            <source>Add a row</source>
            <translation>增加一项</translation>
        </message>
        <message>
            <source>Step of the job</source>
            <translation>作业步骤</translation>
        </message>
        <message>
            <source>What is checked</source>
            <translation>检查项目</translation>
        </message>
        <message>
            <source>What can go wrong</source>
            <translation>可能发生什么</translation>
        </message>
        <message>
            <source>What comes of it</source>
            <translation>会有什么后果</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>检查标准</translation>
        </message>
        <message>
            <source>Likelihood to the right, severity upwards</source>
            <translation>向右为可能性，向上为严重性</translation>
        </message>
        <message>
            <source>Remove this row</source>
            <translation>移除这一项</translation>
        </message>
    </context>
    <context>
        <name>ScorePapers</name>
        <message>
            <source>Print or export</source>
            <translation>打印与导出</translation>
        </message>
        <message>
            <source>Sheet for the notice board…</source>
            <translation>公示栏用表…</translation>
        </message>
        <message>
            <source>Certificates…</source>
            <translation>优秀部门证书…</translation>
        </message>
        <message>
            <source>Factors for payroll…</source>
            <translation>绩效系数（供薪资核算）…</translation>
        </message>
        <message>
            <source>Workbook (*.xlsx)</source>
            <translation>工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Text with commas (*.csv)</source>
            <translation>逗号分隔文本 (*.csv)</translation>
        </message>
        <message>
            <source>Save the paper</source>
            <translation>保存</translation>
        </message>
        <message numerus="yes">
            <source>Saved: %n people.</source>
            <translation>
                <numerusform>已保存：%n 人。</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>已保存为 {file}。</translation>
        </message>
    </context>
    <context>
        <name>ScoresView</name>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Freeze the month</source>
            <translation>封账</translation>
        </message>
        <message>
            <source>What if…</source>
            <translation>试算…</translation>
        </message>
        <message>
            <source>Departments have a score when hazards are due that their teams or people have to fix.</source>
            <translation>部门的班组或人员有到期隐患时，按闭环率计分。</translation>
        </message>
        <message>
            <source>No departments yet</source>
            <translation>还没有部门</translation>
        </message>
        <message>
            <source>Not frozen: it still changes as hazards are closed.</source>
            <translation>未封账，随隐患闭环变化。</translation>
        </message>
        <message>
            <source>Frozen {when}</source>
            <translation>{when} 已冻结</translation>
        </message>
        <message>
            <source>Later corrections count in the next month.</source>
            <translation>冻结后的更正计入下月。</translation>
        </message>
        <message>
            <source>The month is frozen.</source>
            <translation>已封账。</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应闭环</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Find pages, actions and records ({keys})</source>
            <translation>搜索页面、操作和记录（{keys}）</translation>
        </message>
    </context>
    <context>
        <name>Sections</name>
        <message>
            <source>Subjects of settings</source>
            <translation>设置分类</translation>
        </message>
        <message>
            <source>Find a setting</source>
            <translation>查找设置</translation>
        </message>
        <message>
            <source>No setting speaks of it</source>
            <translation>没有找到相关设置</translation>
        </message>
    </context>
    <context>
        <name>SecurityCard</name>
        <message numerus="yes">
            <source>%n points ask for something</source>
            <translation>
                <numerusform>%n 处需要处理</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is open</source>
            <translation>没有待处理的</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>去处理</translation>
        </message>
    </context>
    <context>
        <name>SensorChart</name>
        <message>
            <source>{name}: the last hour</source>
            <translation>{name}：最近一小时</translation>
        </message>
        <message>
            <source>newest</source>
            <translation>最新值</translation>
        </message>
        <message>
            <source>Click for a larger chart</source>
            <translation>点击放大查看</translation>
        </message>
        <message>
            <source>The hub is out of reach.</source>
            <translation>联系不上中心。</translation>
        </message>
        <message>
            <source>The hub is being asked…</source>
            <translation>正在向中心查询…</translation>
        </message>
        <message>
            <source>No readings in this hour</source>
            <translation>这一小时没有读数</translation>
        </message>
    </context>
    <context>
        <name>SensorWindow</name>
        <message>
            <source>The hub is being asked…</source>
            <translation>正在向中心查询…</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>实时</translation>
        </message>
        <message>
            <source>Wheel: zoom · drag: move · pointer: read a value</source>
            <translation>滚轮缩放 · 拖动平移 · 指针读数</translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <translation>
                <numerusform>%n 小时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n d</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>The hub is out of reach.</source>
            <translation>联系不上中心。</translation>
        </message>
        <message>
            <source>No readings in this stretch</source>
            <translation>这段时间没有读数</translation>
        </message>
        <message>
            <source>between {low} and {high}</source>
            <translation>{low} 至 {high}</translation>
        </message>
        <message>
            <source>by the extremes of each minute</source>
            <translation>按每分钟的高低值</translation>
        </message>
    </context>
    <context>
        <name>SessionPart</name>
        <message>
            <source>over</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>open</source>
            <translation>签到中</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>待开始</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>签到人数</translation>
        </message>
        <message>
            <source>Stands</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>The session is planned; who is ticked has been told.</source>
            <translation>培训已安排，已通知所选人员。</translation>
        </message>
        <message>
            <source>New session</source>
            <translation>安排培训</translation>
        </message>
        <message>
            <source>Scan this with the phone's camera to sign in.</source>
            <translation>用手机相机扫码签到</translation>
        </message>
        <message>
            <source>Phones can't reach the plant yet: its address is set under Settings.</source>
            <translation>手机还访问不了：请先在“设置”里填写手机访问地址。</translation>
        </message>
        <message numerus="yes">
            <source>%n signed in</source>
            <translation>
                <numerusform>已签到 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>The session is over.</source>
            <translation>培训已结束。</translation>
        </message>
        <message>
            <source>End the session</source>
            <translation>结束培训</translation>
        </message>
        <message>
            <source>Note who is there…</source>
            <translation>代为签到…</translation>
        </message>
        <message>
            <source>Now one can sign in.</source>
            <translation>可以扫码签到了。</translation>
        </message>
        <message>
            <source>Begin: show the code</source>
            <translation>开始并显示签到码</translation>
        </message>
        <message>
            <source>The session is cancelled.</source>
            <translation>培训已取消。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Who is there?</source>
            <translation>哪些人在场？</translation>
        </message>
        <message>
            <source>It is noted.</source>
            <translation>已登记。</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Pair a computer…</source>
            <translation>让电脑加入…</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Export everything…</source>
            <translation>导出全部数据…</translation>
        </message>
        <message>
            <source>Plant and console</source>
            <translation>工厂与本机</translation>
        </message>
        <message>
            <source>Hazards and times</source>
            <translation>隐患与时限</translation>
        </message>
        <message>
            <source>Alerts and reports</source>
            <translation>告警与报告</translation>
        </message>
        <message>
            <source>Signing in and safety</source>
            <translation>登录与安全</translation>
        </message>
        <message>
            <source>Connected systems</source>
            <translation>设备与系统接入</translation>
        </message>
        <message>
            <source>Data and backups</source>
            <translation>数据与备份</translation>
        </message>
        <message>
            <source>This console</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Plant</source>
            <translation>工厂</translation>
        </message>
        <message>
            <source>Address for phones</source>
            <translation>手机访问地址</translation>
        </message>
        <message>
            <source>Key of the labels</source>
            <translation>标签密钥</translation>
        </message>
        <message>
            <source>Modules</source>
            <translation>模块</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Times allowed, by zone class</source>
            <translation>各类区域的时限</translation>
        </message>
        <message>
            <source>Times allowed, by category</source>
            <translation>整改时限（按隐患类别）</translation>
        </message>
        <message>
            <source>Major hazards</source>
            <translation>重大隐患</translation>
        </message>
        <message>
            <source>Categories of hazards</source>
            <translation>隐患类别</translation>
        </message>
        <message>
            <source>While nobody acknowledges</source>
            <translation>无人确认时的上报顺序</translation>
        </message>
        <message>
            <source>Weekly drill of alerts</source>
            <translation>每周告警演练</translation>
        </message>
        <message>
            <source>Monthly report by mail</source>
            <translation>月报邮件</translation>
        </message>
        <message>
            <source>Other ways for alerts</source>
            <translation>其他通知渠道</translation>
        </message>
        <message>
            <source>E-mail for alerts</source>
            <translation>告警邮件</translation>
        </message>
        <message>
            <source>How safely the plant is set up</source>
            <translation>安全设置检查</translation>
        </message>
        <message>
            <source>Signing in</source>
            <translation>登录方式</translation>
        </message>
        <message>
            <source>The directory each day</source>
            <translation>每日读取通讯录</translation>
        </message>
        <message>
            <source>Roles given by two</source>
            <translation>角色授权</translation>
        </message>
        <message>
            <source>Computers</source>
            <translation>电脑</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Sensors</source>
            <translation>传感器</translation>
        </message>
        <message>
            <source>Readings over HTTP</source>
            <translation>HTTP 读数接口</translation>
        </message>
        <message>
            <source>MES</source>
            <translation>MES</translation>
        </message>
        <message>
            <source>Doors and behaviour analysis</source>
            <translation>门禁与行为分析</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Your data</source>
            <translation>数据导出</translation>
        </message>
        <message>
            <source>Watching the hub</source>
            <translation>监视中心</translation>
        </message>
        <message>
            <source>What is kept how long</source>
            <translation>数据保留期限</translation>
        </message>
        <message>
            <source>It is printed into every label. After a change all labels have to be printed again.</source>
            <translation>这个地址印在每张标签里，改了之后所有标签都要重印。</translation>
        </message>
        <message>
            <source>Save the name</source>
            <translation>保存名称</translation>
        </message>
        <message>
            <source>They hold for hazards reported from now on; clocks that run already keep their time.</source>
            <translation>对今后上报的隐患生效；已经在计时的不变。</translation>
        </message>
        <message>
            <source>Save the times</source>
            <translation>保存时限</translation>
        </message>
        <message>
            <source>So long the five requirements may take; then the deadline that they name holds.</source>
            <translation>补齐五落实的时限；补齐后以其中写明的期限为准。</translation>
        </message>
        <message>
            <source>Save the time</source>
            <translation>保存时限</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>请把每一项都填上。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>People are told by e-mail of the hazards that wait for them.</source>
            <translation>有隐患等着处理时，用邮件通知相关人员。</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Save the mail server</source>
            <translation>保存邮件服务器</translation>
        </message>
        <message>
            <source>The mail server has been saved.</source>
            <translation>邮件服务器已保存。</translation>
        </message>
        <message>
            <source>Sensors report by MQTT to a broker of the plant. In the topic, {sensor} stands for its code.</source>
            <translation>传感器通过 MQTT 上报到工厂的消息服务器。主题里 {sensor} 的位置是传感器编号。</translation>
        </message>
        <message>
            <source>Save the broker</source>
            <translation>保存消息服务器</translation>
        </message>
        <message>
            <source>The broker has been saved.</source>
            <translation>消息服务器已保存。</translation>
        </message>
        <message>
            <source>Rules can ask the MES to pause a line; it is paused when its receipt says so.</source>
            <translation>规则可以请求 MES 暂停产线；以 MES 的回执为准。</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Save the MES</source>
            <translation>保存 MES</translation>
        </message>
        <message>
            <source>The MES has been saved.</source>
            <translation>MES 已保存。</translation>
        </message>
    </context>
    <context>
        <name>SheetView</name>
        <message>
            <source>used</source>
            <translation>已用</translation>
        </message>
        <message>
            <source>This place is used. Press: it is free after all</source>
            <translation>此格已用；点一下改为空格</translation>
        </message>
        <message>
            <source>Press to look at it. Right button: this place is already used</source>
            <translation>点一下查看；右键：此格已用</translation>
        </message>
        <message>
            <source>Press: this place is already used</source>
            <translation>点一下标为已用</translation>
        </message>
    </context>
    <context>
        <name>ShelveDialog</name>
        <message>
            <source>Shelve</source>
            <translation>搁置</translation>
        </message>
        <message>
            <source>Choose a reason</source>
            <translation>选择原因</translation>
        </message>
        <message>
            <source>Until then nobody is told and nothing is done. All is kept; what still stands at the end is told then.</source>
            <translation>到时之前不通知任何人，也不做其他动作；触发照常留存，到时仍成立的会再通知。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>for one hour</source>
            <translation>1 小时</translation>
        </message>
        <message>
            <source>for this shift</source>
            <translation>到本班结束</translation>
        </message>
        <message>
            <source>until tomorrow</source>
            <translation>到明天</translation>
        </message>
        <message>
            <source>until a date</source>
            <translation>到指定时间</translation>
        </message>
    </context>
    <context>
        <name>ShelvingCard</name>
        <message>
            <source>A second person of the safety office has to agree, one of the two the EHS manager.</source>
            <translation>要由安环办另一人同意，两人中至少一人是 EHS 经理。</translation>
        </message>
        <message>
            <source>The rule</source>
            <translation>整条规则</translation>
        </message>
        <message>
            <source>{what}: shelving until {until} is asked for; people are told as always until it is agreed</source>
            <translation>{what}：申请搁置到 {until}；同意之前仍照常通知</translation>
        </message>
        <message>
            <source>{what}: shelved until {until}</source>
            <translation>{what}：已搁置到 {until}</translation>
        </message>
        <message>
            <source>agreed by {name}</source>
            <translation>{name} 同意</translation>
        </message>
        <message>
            <source>Tell again now</source>
            <translation>立即恢复通知</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回申请</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Agree: tell nobody</source>
            <translation>同意搁置</translation>
        </message>
        <message>
            <source>Shelved: nobody is told until then.</source>
            <translation>已搁置：到时之前不通知任何人。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>It is not shelved.</source>
            <translation>没有搁置。</translation>
        </message>
        <message>
            <source>People are told again; what stands is told now.</source>
            <translation>已恢复通知，仍成立的现在通知。</translation>
        </message>
    </context>
    <context>
        <name>ShelvingPart</name>
        <message>
            <source>Shelve…</source>
            <translation>搁置…</translation>
        </message>
        <message>
            <source>It sends no alert: there is nothing to shelve.</source>
            <translation>这条规则不发告警，没有可搁置的内容。</translation>
        </message>
        <message>
            <source>It is shelved by the safety office.</source>
            <translation>由安环办搁置。</translation>
        </message>
        <message>
            <source>It is critical: a second person has to agree.</source>
            <translation>这是紧急级：搁置需要第二人同意。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Asked for. Until a second person agrees, people are told as always.</source>
            <translation>已申请搁置。第二人同意之前，仍照常通知。</translation>
        </message>
        <message>
            <source>Shelved: nobody is told until then.</source>
            <translation>已搁置：到时之前不通知任何人。</translation>
        </message>
    </context>
    <context>
        <name>ShiftsCard</name>
        <message>
            <source>Inspections and hazards are sent to who is on shift. Holidays and make-up workdays are set in the month of the inspections page.</source>
            <translation>巡检和隐患派给当班的人。节假日和调休在巡检页的月历里设置。</translation>
        </message>
        <message>
            <source>Add the shift</source>
            <translation>添加班次</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>One day shift</source>
            <translation>常白班</translation>
        </message>
        <message>
            <source>Two shifts of 12 hours</source>
            <translation>两班倒（12 小时）</translation>
        </message>
        <message>
            <source>Three shifts of 8 hours</source>
            <translation>三班倒（8 小时）</translation>
        </message>
        <message>
            <source>Day shift</source>
            <translation>白班</translation>
        </message>
        <message>
            <source>Night shift</source>
            <translation>夜班</translation>
        </message>
        <message>
            <source>Early shift</source>
            <translation>早班</translation>
        </message>
        <message>
            <source>Late shift</source>
            <translation>中班</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Everywhere</source>
            <translation>所有页面</translation>
        </message>
        <message>
            <source>Show this page</source>
            <translation>打开这一页</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Filter: what it does, or a key</source>
            <translation>筛选：做什么，或按哪个键</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>No key does this.</source>
            <translation>没有这样的快捷键。</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Close panel</source>
            <translation>关闭侧栏</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
    </context>
    <context>
        <name>SignInPart</name>
        <message>
            <source>{name} signs in with it: the phone's camera on the picture, or name or number and this code as password. Good once, for 24 hours; it is shown only now.</source>
            <translation>{name} 凭它登录：用手机相机扫这个码，或输入姓名或工号，密码填此码。24 小时内一次有效，只显示这一次。</translation>
        </message>
        <message>
            <source>QR code to sign in by phone</source>
            <translation>手机登录二维码</translation>
        </message>
        <message>
            <source>New password, 8+ characters</source>
            <translation>新密码，至少 8 个字符</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>Forget the linked company account</source>
            <translation>解除已关联的公司账号</translation>
        </message>
        <message>
            <source>Make a one-time code</source>
            <translation>生成一次性登录码</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Forgotten: {name} may sign in by another account now.</source>
            <translation>已解除：{name} 现在可以用另一个账号登录。</translation>
        </message>
        <message>
            <source>The password needs at least 8 characters.</source>
            <translation>密码至少要 8 个字符。</translation>
        </message>
        <message>
            <source>The password has been set.</source>
            <translation>密码已设置。</translation>
        </message>
    </context>
    <context>
        <name>SignOnCard</name>
        <message>
            <source>People sign in by an account that they have already, on phones and on computers. Their own password and codes from the office always work, too.</source>
            <translation>员工用已有的账号登录手机页和控制台。本系统的密码和办公室给的登录码始终可用。</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>not in use</source>
            <translation>未使用</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>试一试</translation>
        </message>
        <message>
            <source>Set up…</source>
            <translation>设置…</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>不填则沿用现有密码</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>(set the address for phones first)</source>
            <translation>（请先设置手机访问地址）</translation>
        </message>
        <message>
            <source>Enter this at the provider as the address to come back to (redirect URI):</source>
            <translation>请在平台上把它填为回调地址（redirect URI）：</translation>
        </message>
        <message>
            <source>Now sign in once yourself, on a phone.</source>
            <translation>接下来请自己用手机登录一次。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>SmsCost</name>
        <message>
            <source>What SMS have cost</source>
            <translation>短信费用</translation>
        </message>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>{month} · {way}: {parts}, no price is set</source>
            <translation>{month} · {way}：{parts}，没有设置单价</translation>
        </message>
        <message>
            <source>{month} · {way}: {parts}, ¥{yuan}</source>
            <translation>{month} · {way}：{parts}，{yuan} 元</translation>
        </message>
    </context>
    <context>
        <name>SpanChoice</name>
        <message>
            <source>Take</source>
            <translation>采用</translation>
        </message>
    </context>
    <context>
        <name>SpanField</name>
        <message>
            <source>From … to …</source>
            <translation>从…到…</translation>
        </message>
    </context>
    <context>
        <name>Spans</name>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>上周</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>近 30 天</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
    </context>
    <context>
        <name>Standing</name>
        <message>
            <source>Missed</source>
            <translation>漏检</translation>
        </message>
        <message>
            <source>Running late</source>
            <translation>将超时</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>Due now</source>
            <translation>应检</translation>
        </message>
        <message>
            <source>To come</source>
            <translation>未到时间</translation>
        </message>
        <message>
            <source>Made late</source>
            <translation>迟检</translation>
        </message>
        <message>
            <source>Made in time</source>
            <translation>按时完成</translation>
        </message>
        <message>
            <source>Excused</source>
            <translation>免检</translation>
        </message>
    </context>
    <context>
        <name>Start</name>
        <message>
            <source>Hazard ledgers, inspection registers and injury registers, as they are. You see every row before anything is changed; what can't be read is kept for you, and the whole can be taken back.</source>
            <translation>隐患台账、巡检登记、工伤登记，原样拿来即可。导入前每一行都能先看到；读不出的行会另存给您，整批也可以撤回。</translation>
        </message>
        <message>
            <source>Choose a workbook…</source>
            <translation>选择工作簿…</translation>
        </message>
        <message>
            <source>Drop a workbook here</source>
            <translation>把工作簿拖到这里</translation>
        </message>
        <message>
            <source>Brought in before</source>
            <translation>以前的导入</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n unread notifications</source>
            <translation>
                <numerusform>未读通知 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Notifications (Ctrl+Shift+N)</source>
            <translation>通知（Ctrl+Shift+N）</translation>
        </message>
        <message numerus="yes">
            <source>%n conflicts</source>
            <translation>
                <numerusform>冲突 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>Show what was refused and waits for your decision</source>
            <translation>查看没有计入、等您决定的事</translation>
        </message>
        <message>
            <source>Show what waits, and try now</source>
            <translation>查看待发送的内容，或立即再试</translation>
        </message>
    </context>
    <context>
        <name>StatusPanel</name>
        <message>
            <source>Sending and receiving</source>
            <translation>与中心的同步</translation>
        </message>
        <message>
            <source>Try now (F5)</source>
            <translation>立即再试（F5）</translation>
        </message>
        <message>
            <source>Show in the journal</source>
            <translation>到追溯里查看</translation>
        </message>
        <message>
            <source>Take with me…</source>
            <translation>带走…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Hub: {address}</source>
            <translation>中心：{address}</translation>
        </message>
        <message>
            <source>Taken along until {day}</source>
            <translation>已带走，保留到 {day}</translation>
        </message>
        <message>
            <source>Nothing waits: the hub has all that was done here.</source>
            <translation>没有待发送的内容：这里做的中心都收到了。</translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>还有 %n 条。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StepBar</name>
        <message>
            <source>That was the last of the first steps. The plant is set up.</source>
            <translation>起步的各步都做完了，可以投入使用。</translation>
        </message>
        <message>
            <source>'{step}' is done.</source>
            <translation>“{step}”已完成。</translation>
        </message>
        <message>
            <source>Step {n} of {all}: {step}.</source>
            <translation>第 {n} 步（共 {all} 步）：{step}。</translation>
        </message>
        <message>
            <source>Next: {step}</source>
            <translation>下一步：{step}</translation>
        </message>
        <message>
            <source>All first steps</source>
            <translation>看全部步骤</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>StockForm</name>
        <message>
            <source>Write it down</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>StrangePanel</name>
        <message>
            <source>Nobody has said where this reader leads: choose the device, and give its reader a zone.</source>
            <translation>还没有指定这个读卡器通向哪里：请在设备里为它选区域。</translation>
        </message>
        <message>
            <source>Nobody here has this employee number. Give it to a person on the people page.</source>
            <translation>没有人用这个工号。请在“人员”页登记。</translation>
        </message>
        <message>
            <source>Whose card is it? Other forms of the same number, as other readers show it, are known with it. That a card was given is recorded, its number is not.</source>
            <translation>这是谁的卡？同一张卡在其他读卡器上的写法会一并认出。登记会留下记录，卡号本身不记入。</translation>
        </message>
        <message>
            <source>Whose card is it?</source>
            <translation>持卡人</translation>
        </message>
        <message>
            <source>It is theirs</source>
            <translation>登记给此人</translation>
        </message>
        <message>
            <source>Choose a person first.</source>
            <translation>请先选人。</translation>
        </message>
        <message numerus="yes">
            <source>The card has been given; %n passages are theirs now.</source>
            <translation>
                <numerusform>卡已登记，%n 条刷卡记录归到此人。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Suggesting</name>
        <message>
            <source>The drawing has no closed outlines and no rooms between walls that look like zones.</source>
            <translation>图纸中没有像区域的封闭轮廓，墙线之间也没有像区域的房间。</translation>
        </message>
        <message>
            <source>All zones that the drawing suggests are on the plan already.</source>
            <translation>图纸中可取的区域都已画在图上。</translation>
        </message>
        <message>
            <source>Cut back to {zone}, on which the drawing's outline lay partly.</source>
            <translation>图纸轮廓与“{zone}”部分重叠，已按其边界裁切。</translation>
        </message>
        <message numerus="yes">
            <source>%n zones taken from the drawing.</source>
            <translation>
                <numerusform>已从图纸取 %n 个区域。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lie on other zones and stay suggestions.</source>
            <translation>
                <numerusform>有 %n 个压在其他区域上，仍留作建议。</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>SuggestionsBar</name>
        <message>
            <source>Take all…</source>
            <translation>全部采用…</translation>
        </message>
        <message numerus="yes">
            <source>%n zones suggested: a click takes one</source>
            <translation>
                <numerusform>建议 %n 个区域：点击即采用一个</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SuggestionsDialog</name>
        <message>
            <source>Take zones from the drawing</source>
            <translation>从图纸取区域</translation>
        </message>
        <message>
            <source>Zones that the drawing suggests</source>
            <translation>图纸建议的区域</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>面积（m²）</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Untick what is no zone. Names can be changed here, class and people later for each zone.</source>
            <translation>不是区域的请取消勾选。名称可在此修改，类别和人员以后可逐区调整。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Room {n}</source>
            <translation>房间 {n}</translation>
        </message>
        <message numerus="yes">
            <source>Take %n zones</source>
            <translation>
                <numerusform>取 %n 个区域</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sync</name>
        <message>
            <source>Fetching the plant: {share} %</source>
            <translation>正在取回工厂数据：{share} %</translation>
        </message>
        <message>
            <source>Hub unreachable since {when}; your work is kept here</source>
            <translation>{when} 起连不上中心；您的工作保存在本机</translation>
        </message>
        <message>
            <source>Audit bag: no hub, nothing is changed</source>
            <translation>迎检包：不连中心，只看不改</translation>
        </message>
        <message>
            <source>Hub in step</source>
            <translation>中心已同步</translation>
        </message>
        <message>
            <source>Signed out</source>
            <translation>未登录</translation>
        </message>
        <message>
            <source>This computer has been revoked</source>
            <translation>这台电脑已被停用</translation>
        </message>
        <message>
            <source>Reaching the hub…</source>
            <translation>正在连接中心…</translation>
        </message>
        <message>
            <source>Since {when}</source>
            <translation>自 {when}</translation>
        </message>
        <message>
            <source>{n} waiting to be sent</source>
            <translation>待发送 {n} 条</translation>
        </message>
        <message>
            <source>held up</source>
            <translation>迟迟未发出</translation>
        </message>
        <message>
            <source>This computer's clock is {span} fast. Times here are counted by the hub's clock.</source>
            <translation>这台电脑的时钟快 {span}。这里的时间都以中心的时钟为准。</translation>
        </message>
        <message>
            <source>This computer's clock is {span} slow. Times here are counted by the hub's clock.</source>
            <translation>这台电脑的时钟慢 {span}。这里的时间都以中心的时钟为准。</translation>
        </message>
        <message>
            <source>The hub was put back to a backup. What it had lost of your work is sent again.</source>
            <translation>中心恢复到了较早的备份。它丢失的、由您完成的工作正在重新发送。</translation>
        </message>
        <message>
            <source>This computer's copy was damaged and has been made anew. Nothing was lost.</source>
            <translation>这台电脑上的副本损坏过，已重新取回，没有丢失任何内容。</translation>
        </message>
    </context>
    <context>
        <name>SystemCard</name>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>不填则沿用现有密码</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
    </context>
    <context>
        <name>Table</name>
        <message>
            <source>No row fits what is asked above. The rows are all still there.</source>
            <translation>没有哪一行符合上面的筛选条件，所有记录都还在。</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>没有符合的记录</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>{n} of {all} rows</source>
            <translation>{all} 行中的 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows</source>
            <translation>{n} 行</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>数据行</translation>
        </message>
        <message>
            <source>Copy rows with head</source>
            <translation>复制所选行（含表头）</translation>
        </message>
        <message>
            <source>Copy rows without head</source>
            <translation>复制所选行（不含表头）</translation>
        </message>
        <message>
            <source>Copy this cell</source>
            <translation>复制此单元格</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Choose all rows</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Save as Excel…</source>
            <translation>另存为 Excel…</translation>
        </message>
        <message>
            <source>Save rows as a text file…</source>
            <translation>另存为文本文件…</translation>
        </message>
    </context>
    <context>
        <name>TableBook</name>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Save as Excel</source>
            <translation>另存为 Excel</translation>
        </message>
        <message>
            <source>Filter: {said}</source>
            <translation>筛选：{said}</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Sorted by {column}, falling</source>
            <translation>按“{column}”降序</translation>
        </message>
        <message>
            <source>Sorted by {column}, rising</source>
            <translation>按“{column}”升序</translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved {when}</source>
            <translation>保存于 {when}</translation>
        </message>
        <message>
            <source>The rows are being saved…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message numerus="yes">
            <source>%n rows saved.</source>
            <translation>
                <numerusform>已保存 %n 行。</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped. No file was written.</source>
            <translation>已停止，没有写出文件。</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>文件没有写成：{why}</translation>
        </message>
    </context>
    <context>
        <name>TableColumns</name>
        <message>
            <source>Reset columns</source>
            <translation>恢复默认列</translation>
        </message>
    </context>
    <context>
        <name>TableCopy</name>
        <message>
            <source>{n} rows are too many for the clipboard. Right-click and save them as Excel.</source>
            <translation>{n} 行太多，剪贴板放不下。请右键选“另存为 Excel”。</translation>
        </message>
        <message>
            <source>Spreadsheet (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <source>Save rows</source>
            <translation>保存行</translation>
        </message>
        <message numerus="yes">
            <source>%n rows saved.</source>
            <translation>
                <numerusform>已保存 %n 行。</numerusform>
            </translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>文件没有写成：{why}</translation>
        </message>
    </context>
    <context>
        <name>TableFilters</name>
        <message>
            <source>Filter: any text of the rows</source>
            <translation>筛选：行内任意文字</translation>
        </message>
        <message>
            <source>contains '{text}'</source>
            <translation>包含“{text}”</translation>
        </message>
        <message>
            <source>{column}: {said}</source>
            <translation>{column}：{said}</translation>
        </message>
    </context>
    <context>
        <name>Taking</name>
        <message numerus="yes">
            <source>%n changes were refused</source>
            <translation>
                <numerusform>%n 处更改未被接受</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people added</source>
            <translation>
                <numerusform>已添加 %n 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people changed</source>
            <translation>
                <numerusform>已修改 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>TemplateEditor</name>
        <message>
            <source>Edit the template</source>
            <translation>编辑模板</translation>
        </message>
        <message>
            <source>Name of my template</source>
            <translation>我的模板名称</translation>
        </message>
        <message>
            <source>Shown with</source>
            <translation>预览用哪个区域</translation>
        </message>
        <message>
            <source>Drag to move, pull the corner to stretch; arrow keys move by half a millimetre.</source>
            <translation>拖动移位，拉右下角改大小；方向键每次移动半毫米。</translation>
        </message>
        <message>
            <source>+ Text</source>
            <translation>+ 文字</translation>
        </message>
        <message>
            <source>+ Line</source>
            <translation>+ 线条</translation>
        </message>
        <message>
            <source>+ Logo</source>
            <translation>+ 标志</translation>
        </message>
        <message>
            <source>Save as mine</source>
            <translation>存为我的模板</translation>
        </message>
        <message>
            <source>Remove my template</source>
            <translation>删除我的模板</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>New text</source>
            <translation>新文字</translation>
        </message>
        <message>
            <source>A logo</source>
            <translation>选一个标志图</translation>
        </message>
        <message>
            <source>Reads well, from up to about {n} cm.</source>
            <translation>扫得出来，最远约 {n} cm。</translation>
        </message>
        <message>
            <source>Remove '{name}' for good?</source>
            <translation>确定删除“{name}”？不能恢复</translation>
        </message>
        <message>
            <source>Export the template</source>
            <translation>导出模板</translation>
        </message>
        <message>
            <source>Import a template</source>
            <translation>导入模板</translation>
        </message>
    </context>
    <context>
        <name>TextField</name>
        <message>
            <source>contains</source>
            <translation>包含</translation>
        </message>
    </context>
    <context>
        <name>ThingPalette</name>
        <message>
            <source>Search, e.g. extinguisher</source>
            <translation>搜索，例如“灭火器”</translation>
        </message>
        <message>
            <source>Search for a thing</source>
            <translation>搜索要放置的物品</translation>
        </message>
        <message>
            <source>There, but without a place</source>
            <translation>已登记、未上图</translation>
        </message>
        <message>
            <source>Safety equipment and doors</source>
            <translation>安全设施和门</translation>
        </message>
        <message>
            <source>Sensors</source>
            <translation>传感器</translation>
        </message>
        <message>
            <source>Machines and stores</source>
            <translation>机器和储存设施</translation>
        </message>
    </context>
    <context>
        <name>ThingPanel</name>
        <message>
            <source>Put on the plan</source>
            <translation>放到平面图上</translation>
        </message>
        <message>
            <source>Click a sign, then the plan; or drag it there. Esc gives it back.</source>
            <translation>点一个符号，再点平面图；也可以直接拖过去。按 Esc 放回。</translation>
        </message>
        <message>
            <source>New on the plan</source>
            <translation>新增到平面图</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Drag it, or push it by the arrow keys. Every change is saved at once and can be undone.</source>
            <translation>可以拖动，也可以用方向键移动。每次修改即时保存，可以撤销。</translation>
        </message>
        <message>
            <source>Take off the plan</source>
            <translation>从平面图取下</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>At {x} m, {y} m</source>
            <translation>位置：{x} 米，{y} 米</translation>
        </message>
    </context>
    <context>
        <name>Things</name>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Out of doors</source>
            <translation>室外</translation>
        </message>
    </context>
    <context>
        <name>ThingsChoice</name>
        <message>
            <source>Things on the map</source>
            <translation>地图上的设备、传感器和门</translation>
        </message>
    </context>
    <context>
        <name>ThingsEditing</name>
        <message>
            <source>Taken off the plan: {thing}</source>
            <translation>已从平面图取下：{thing}</translation>
        </message>
        <message>
            <source>Retired: {thing}</source>
            <translation>已停用：{thing}</translation>
        </message>
        <message>
            <source>Moved: {thing} · {zone}</source>
            <translation>已移动：{thing} · {zone}</translation>
        </message>
        <message>
            <source>{thing} stands outside all zones; it still belongs to {zone}</source>
            <translation>{thing} 在所有区域之外，仍属于 {zone}</translation>
        </message>
        <message>
            <source>Draw a zone first: everything on the plan belongs to one.</source>
            <translation>请先画一个区域：图上的每样东西都属于一个区域。</translation>
        </message>
        <message>
            <source>Put on the plan: {thing} · {zone}</source>
            <translation>已放到平面图上：{thing} · {zone}</translation>
        </message>
        <message>
            <source>Take off the plan</source>
            <translation>从平面图取下</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Put something here…</source>
            <translation>在这里放置…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>TimeBar</name>
        <message>
            <source>Moment shown on the map</source>
            <translation>地图所示时刻</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <source>Date and time shown on the map</source>
            <translation>地图所示日期和时间</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Two moments side by side (C)</source>
            <translation>并排对比两个时刻（C）</translation>
        </message>
        <message>
            <source>Drag into the past. Arrow keys: a minute; with Ctrl an hour, with Shift a day</source>
            <translation>向左拖动回看过去。方向键：一分钟；按住 Ctrl 一小时，按住 Shift 一天</translation>
        </message>
        <message>
            <source>The wheel shows a shorter or longer stretch</source>
            <translation>滚轮缩放所显示的时段</translation>
        </message>
        <message>
            <source>Bars above: overdue, then reported; below: closed</source>
            <translation>上方柱：超时、上报；下方柱：销号</translation>
        </message>
        <message>
            <source>How much of the past the slider shows</source>
            <translation>时间轴显示多长的过去</translation>
        </message>
        <message>
            <source>Whole past</source>
            <translation>全部历史</translation>
        </message>
        <message>
            <source>1 month</source>
            <translation>1 个月</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 周</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 天</translation>
        </message>
        <message>
            <source>2 hours</source>
            <translation>2 小时</translation>
        </message>
        <message>
            <source>Speed of playing</source>
            <translation>播放速度</translation>
        </message>
        <message>
            <source>1 min a second</source>
            <translation>每秒 1 分钟</translation>
        </message>
        <message>
            <source>10 min a second</source>
            <translation>每秒 10 分钟</translation>
        </message>
        <message>
            <source>1 h a second</source>
            <translation>每秒 1 小时</translation>
        </message>
        <message>
            <source>6 h a second</source>
            <translation>每秒 6 小时</translation>
        </message>
        <message>
            <source>1 day a second</source>
            <translation>每秒 1 天</translation>
        </message>
        <message>
            <source>Back to now</source>
            <translation>回到现在</translation>
        </message>
        <message>
            <source>The past: the plant as it stood on {moment}. Nothing can be changed here.</source>
            <translation>历史回看：{moment} 的工厂状况。此处不能修改。</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
    </context>
    <context>
        <name>TimeMachine</name>
        <message>
            <source>Who would have been told</source>
            <translation>会通知谁</translation>
        </message>
        <message>
            <source>Which past</source>
            <translation>哪段过去</translation>
        </message>
        <message>
            <source>Last 8 hours</source>
            <translation>最近 8 小时</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>最近 7 天</translation>
        </message>
        <message>
            <source>Last 4 weeks</source>
            <translation>最近四周</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>最近一年</translation>
        </message>
        <message>
            <source>From … to …</source>
            <translation>从…到…</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Try on the past</source>
            <translation>试算</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Time machine</source>
            <translation>时光机</translation>
        </message>
        <message>
            <source>See what it would have said: choose a past and try it.</source>
            <translation>看看它会怎么告警：选一段过去，点试算。</translation>
        </message>
        <message>
            <source>Once nothing is missing, it can be tried on the past here.</source>
            <translation>补全之后，可以在这里用过去的数据试算。</translation>
        </message>
        <message>
            <source>Trying…</source>
            <translation>正在试算…</translation>
        </message>
        <message>
            <source>The trial was ended; nothing was changed.</source>
            <translation>试算已取消，没有改动任何内容。</translation>
        </message>
        <message>
            <source>It would not have spoken once.</source>
            <translation>一次也不会告警。</translation>
        </message>
        <message numerus="yes">
            <source>It would have spoken %n times</source>
            <translation>
                <numerusform>会告警 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>Against the rule as it is now: {more} more, {less} fewer.</source>
            <translation>与现行规则相比：多 {more} 次，少 {less} 次。</translation>
        </message>
        <message>
            <source>The same as the rule now in force.</source>
            <translation>与现行规则完全相同。</translation>
        </message>
        <message>
            <source>Where single readings are no longer kept it rests on the minutes' means: times are to the minute.</source>
            <translation>原始读数已不保留的时段按分钟均值试算，时间精确到分钟。</translation>
        </message>
        <message>
            <source>stops of lines</source>
            <translation>停机记录</translation>
        </message>
        <message>
            <source>states of zones and equipment</source>
            <translation>区域和设备的状态</translation>
        </message>
        <message>
            <source>Of {what} the hub has nothing, or not of all this time; what hears them is not known there.</source>
            <translation>中心没有{what}，或没有这段时间的全部数据，依赖它们的条件在那里无法得知。</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>还有 {n} 人</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无人</translation>
        </message>
    </context>
    <context>
        <name>TimeTravel</name>
        <message>
            <source>Reading the journal: {share} %</source>
            <translation>正在读取台账：{share} %</translation>
        </message>
        <message>
            <source>The journal could not be read.</source>
            <translation>台账读取失败。</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>What it would have said, over time</source>
            <translation>试算结果时间轴</translation>
        </message>
        <message>
            <source>This draft</source>
            <translation>这份草稿</translation>
        </message>
        <message>
            <source>As it is now</source>
            <translation>现行规则</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>overdue</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>漏检</translation>
        </message>
        <message>
            <source>permits</source>
            <translation>作业票</translation>
        </message>
        <message>
            <source>qualifications</source>
            <translation>人员资质</translation>
        </message>
        <message>
            <source>over limit</source>
            <translation>超限</translation>
        </message>
        <message>
            <source>near limit</source>
            <translation>接近限值</translation>
        </message>
        <message>
            <source>review</source>
            <translation>复核</translation>
        </message>
        <message>
            <source>fix</source>
            <translation>整改</translation>
        </message>
        <message>
            <source>send on</source>
            <translation>派单</translation>
        </message>
        <message>
            <source>decide</source>
            <translation>定夺</translation>
        </message>
        <message>
            <source>inspect</source>
            <translation>巡检</translation>
        </message>
        <message>
            <source>sign</source>
            <translation>签字</translation>
        </message>
        <message>
            <source>renew</source>
            <translation>更新证照</translation>
        </message>
        <message>
            <source>replace</source>
            <translation>换标签</translation>
        </message>
        <message>
            <source>answer</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>approve</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>drill</source>
            <translation>演练</translation>
        </message>
        <message>
            <source>learn</source>
            <translation>培训</translation>
        </message>
        <message>
            <source>unsent</source>
            <translation>没送出</translation>
        </message>
        <message>
            <source>silent sensors</source>
            <translation>传感器无读数</translation>
        </message>
        <message>
            <source>backups and disk</source>
            <translation>备份与磁盘</translation>
        </message>
        <message>
            <source>late</source>
            <translation>迟检</translation>
        </message>
        <message>
            <source>doing</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>due later</source>
            <translation>还没到时间</translation>
        </message>
        <message>
            <source>excused</source>
            <translation>免检</translation>
        </message>
        <message>
            <source>thing</source>
            <translation>条</translation>
        </message>
        <message>
            <source>things</source>
            <translation>条</translation>
        </message>
        <message>
            <source>{n} GB left</source>
            <translation>剩余 {n} GB</translation>
        </message>
        <message>
            <source>The hub's disk is nearly full</source>
            <translation>中心电脑磁盘快满了</translation>
        </message>
        <message>
            <source>There is no good backup of the last day</source>
            <translation>最近一天没有完好的备份</translation>
        </message>
        <message>
            <source>The last backup failed</source>
            <translation>上次备份失败</translation>
        </message>
        <message>
            <source>The last backup cannot be restored</source>
            <translation>上次备份恢复不了</translation>
        </message>
        <message>
            <source>me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>since {when}</source>
            <translation>{when} 起</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>In danger now</source>
            <translation>现在有危险</translation>
        </message>
        <message>
            <source>Waits for me</source>
            <translation>等我处理</translation>
        </message>
        <message>
            <source>Stuck or silent</source>
            <translation>没送到、看不见</translation>
        </message>
        <message numerus="yes">
            <source>%n people may not work today: training or certificate</source>
            <translation>
                <numerusform>%n 人今天不能上岗：培训或证书缺少或过期</numerusform>
            </translation>
        </message>
        <message>
            <source>as of today</source>
            <translation>截至今天</translation>
        </message>
        <message>
            <source>put up the new one and scan it</source>
            <translation>新标签已打印，贴好后扫一下</translation>
        </message>
        <message>
            <source>print a new one</source>
            <translation>先打印新标签</translation>
        </message>
        <message>
            <source>Replace the label: {why}</source>
            <translation>更换标签：{why}</translation>
        </message>
        <message>
            <source>to replace</source>
            <translation>更换</translation>
        </message>
        <message numerus="yes">
            <source>%n labels to be replaced on the wall</source>
            <translation>
                <numerusform>墙上有 %n 张标签要更换</numerusform>
            </translation>
        </message>
        <message>
            <source>to send on</source>
            <translation>待派单</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>复核</translation>
        </message>
        <message>
            <source>Send on</source>
            <translation>派单</translation>
        </message>
        <message>
            <source>Missed: {plan}</source>
            <translation>漏检：{plan}</translation>
        </message>
        <message>
            <source>missed {span} ago</source>
            <translation>漏检已 {span}</translation>
        </message>
        <message>
            <source>Inspection: {plan}</source>
            <translation>巡检：{plan}</translation>
        </message>
        <message>
            <source>to inspect</source>
            <translation>待巡检</translation>
        </message>
        <message>
            <source>window {opens} – {closes}</source>
            <translation>窗口 {opens} – {closes}</translation>
        </message>
        <message>
            <source>anybody</source>
            <translation>不限人</translation>
        </message>
        <message>
            <source>Refused: {did}</source>
            <translation>被中心拒绝：{did}</translation>
        </message>
        <message>
            <source>to decide</source>
            <translation>待定夺</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>定夺</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>签字</translation>
        </message>
        <message numerus="yes">
            <source>%n papers or inductions of contractors end soon or have</source>
            <translation>
                <numerusform>%n 项承包商证照或入厂教育已到期或即将到期</numerusform>
            </translation>
        </message>
        <message>
            <source>to renew</source>
            <translation>待更新</translation>
        </message>
        <message>
            <source>{sensor} {value}, above its limit</source>
            <translation>{sensor} {value}，超过上限</translation>
        </message>
        <message>
            <source>{sensor} {value}, below its limit</source>
            <translation>{sensor} {value}，低于下限</translation>
        </message>
        <message>
            <source>{sensor} {value}, rising</source>
            <translation>{sensor} {value}，正在升高</translation>
        </message>
        <message>
            <source>{sensor} {value}, falling</source>
            <translation>{sensor} {value}，正在降低</translation>
        </message>
        <message>
            <source>limit {limit}</source>
            <translation>限值 {limit}</translation>
        </message>
        <message>
            <source>silent {span}</source>
            <translation>无读数 {span}</translation>
        </message>
        <message>
            <source>about to be reached</source>
            <translation>即将到限</translation>
        </message>
        <message>
            <source>in about {span}</source>
            <translation>约 {span}后到限</translation>
        </message>
        <message>
            <source>{sensor} is silent</source>
            <translation>{sensor} 没有读数</translation>
        </message>
        <message>
            <source>as of {when}</source>
            <translation>{when} 的读数</translation>
        </message>
        <message>
            <source>supervisor</source>
            <translation>责任主管</translation>
        </message>
        <message numerus="yes">
            <source>%n sensors are silent</source>
            <translation>
                <numerusform>%n 个传感器没有读数</numerusform>
            </translation>
        </message>
        <message>
            <source>Work goes on here; it is sent as soon as the hub can be reached.</source>
            <translation>照常工作，改动都留在本机；一连上中心就送出。</translation>
        </message>
        <message>
            <source>The hub can be reached, and has not taken it yet.</source>
            <translation>中心连得上，但还没收下。</translation>
        </message>
        <message>
            <source>Nothing comes from the hub</source>
            <translation>收不到中心的消息</translation>
        </message>
        <message numerus="yes">
            <source>%n of your changes have not reached the hub</source>
            <translation>
                <numerusform>您有 %n 项改动还没送到中心</numerusform>
            </translation>
        </message>
        <message>
            <source>for {span}</source>
            <translation>已等 {span}</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>To be dealt with</source>
            <translation>要处理的</translation>
        </message>
        <message>
            <source>Nothing to be dealt with</source>
            <translation>没有要处理的</translation>
        </message>
        <message>
            <source>Nothing is overdue, nothing waits for you, and everything has reached the hub.</source>
            <translation>没有超时的，没有等您处理的，都已送到中心。</translation>
        </message>
        <message>
            <source>Tour of the window</source>
            <translation>界面导览</translation>
        </message>
        <message>
            <source>The plant has just begun</source>
            <translation>工厂刚刚开始</translation>
        </message>
        <message>
            <source>Here stands what is dangerous, what waits for you and what did not get through. Begin with the plan.</source>
            <translation>这里会列出现在的危险、等您处理的事和没送到的消息。先从平面图开始。</translation>
        </message>
        <message>
            <source>Import a drawing</source>
            <translation>导入图纸</translation>
        </message>
        <message numerus="yes">
            <source>%n things</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>All open hazards: {n}</source>
            <translation>全部未闭环隐患 {n} 条</translation>
        </message>
    </context>
    <context>
        <name>ToldFirst</name>
        <message>
            <source>Told first by</source>
            <translation>优先通知方式</translation>
        </message>
        <message>
            <source>The plant's order</source>
            <translation>按工厂的顺序</translation>
        </message>
        <message>
            <source>When it fails, the other ways follow.</source>
            <translation>失败时依次改用其他方式。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>ToldPart</name>
        <message>
            <source>Asking the hub…</source>
            <translation>正在向服务端查询…</translation>
        </message>
        <message>
            <source>Nobody was sent a message.</source>
            <translation>没有发出消息。</translation>
        </message>
        <message>
            <source>The hub knows who was told when; it can't be reached now.</source>
            <translation>通知记录在服务端，现在连不上。</translation>
        </message>
        <message>
            <source>Receipt: {receipt}</source>
            <translation>回执号：{receipt}</translation>
        </message>
        <message>
            <source>sent {when}</source>
            <translation>{when} 已送出</translation>
        </message>
        <message>
            <source>not delivered</source>
            <translation>未送达</translation>
        </message>
        <message numerus="yes">
            <source>tried %n times, goes on</source>
            <translation>
                <numerusform>已试 %n 次，继续尝试</numerusform>
            </translation>
        </message>
        <message>
            <source>waits since {when}</source>
            <translation>{when} 起等待</translation>
        </message>
    </context>
    <context>
        <name>TraceChart</name>
        <message>
            <source>met</source>
            <translation>满足</translation>
        </message>
        <message>
            <source>not met</source>
            <translation>不满足</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>不明</translation>
        </message>
    </context>
    <context>
        <name>TraceView</name>
        <message>
            <source>Asking…</source>
            <translation>正在查询…</translation>
        </message>
    </context>
    <context>
        <name>Training</name>
        <message>
            <source>for ever</source>
            <translation>长期</translation>
        </message>
        <message numerus="yes">
            <source>%n months</source>
            <translation>
                <numerusform>%n 个月</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrainingPage</name>
        <message>
            <source>Plan a session</source>
            <translation>安排培训</translation>
        </message>
        <message>
            <source>Record training</source>
            <translation>登记培训</translation>
        </message>
        <message>
            <source>New course</source>
            <translation>新增课程</translation>
        </message>
        <message>
            <source>New post</source>
            <translation>新增岗位</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Early warnings</source>
            <translation>到期提醒</translation>
        </message>
        <message>
            <source>Limits of documents</source>
            <translation>文件上限</translation>
        </message>
        <message>
            <source>New emergency plan</source>
            <translation>新建应急预案</translation>
        </message>
        <message>
            <source>Ready emergency plans</source>
            <translation>现成应急预案</translation>
        </message>
        <message>
            <source>Plan a drill</source>
            <translation>安排演练</translation>
        </message>
        <message>
            <source>Paste certificates</source>
            <translation>粘贴证书</translation>
        </message>
        <message>
            <source>Items of evaluation</source>
            <translation>评估项目</translation>
        </message>
        <message>
            <source>What zones ask for</source>
            <translation>区域进入要求</translation>
        </message>
        <message>
            <source>Add a certificate</source>
            <translation>登记证书</translation>
        </message>
        <message>
            <source>Who may work</source>
            <translation>上岗资格</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>培训班次</translation>
        </message>
        <message>
            <source>Courses and questions</source>
            <translation>课程题库</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Emergency plans</source>
            <translation>应急预案</translation>
        </message>
        <message>
            <source>Drills</source>
            <translation>应急演练</translation>
        </message>
        <message>
            <source>At doors</source>
            <translation>门禁核查</translation>
        </message>
        <message>
            <source>Say which posts there are and what they ask for; then who may not work is seen here.</source>
            <translation>先建立岗位并写明要求的培训和证书，这里就能看到谁不能上岗。</translation>
        </message>
        <message>
            <source>Plan a session: people are told, and sign in with the phone by the code on the screen.</source>
            <translation>安排一次培训：相关人员会收到通知，到场后用手机扫码签到。</translation>
        </message>
        <message>
            <source>A course is what somebody must have passed: by a session, by a short test, or by both.</source>
            <translation>课程是员工必须合格的内容：参加培训、通过考试，或两者都要。</translation>
        </message>
        <message>
            <source>Certificates of special operations with their expiry: people are told 90, 30 and 7 days ahead.</source>
            <translation>登记特种作业证及有效期，到期前 90、30、7 天自动提醒。</translation>
        </message>
        <message>
            <source>A plan says what is done, by whom, and whom to call; phones find it by a zone's label.</source>
            <translation>预案写明怎么处置、谁负责、打给谁；手机扫区域标签就能看到。</translation>
        </message>
        <message>
            <source>A drill runs by its plan's steps with a stopwatch on the phone, and is evaluated here.</source>
            <translation>演练按预案步骤进行，手机计时记录，结束后在这里评估。</translation>
        </message>
        <message>
            <source>No posts yet</source>
            <translation>还没有岗位</translation>
        </message>
        <message>
            <source>No sessions yet</source>
            <translation>还没有培训班次</translation>
        </message>
        <message>
            <source>No courses yet</source>
            <translation>还没有课程</translation>
        </message>
        <message>
            <source>No certificates yet</source>
            <translation>还没有证书</translation>
        </message>
        <message>
            <source>No emergency plans yet</source>
            <translation>还没有应急预案</translation>
        </message>
        <message>
            <source>No drills yet</source>
            <translation>还没有演练</translation>
        </message>
    </context>
    <context>
        <name>TrainingPanel</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>请填写：{field}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n 条未读</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Trial</name>
        <message>
            <source>Trying…</source>
            <translation>正在试算…</translation>
        </message>
        <message numerus="yes">
            <source>It would have spoken %n times</source>
            <translation>
                <numerusform>会告警 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>It would not have spoken once.</source>
            <translation>一次也不会告警。</translation>
        </message>
    </context>
    <context>
        <name>TryIt</name>
        <message>
            <source>When it is reported</source>
            <translation>上报时间</translation>
        </message>
        <message>
            <source>Try it: where would this go?</source>
            <translation>试一试：会派给谁？</translation>
        </message>
        <message>
            <source>now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>no equipment</source>
            <translation>不涉及设备</translation>
        </message>
        <message>
            <source>Draw a zone first.</source>
            <translation>请先绘制区域。</translation>
        </message>
        <message>
            <source>Its five requirements are due within {hours} h.</source>
            <translation>须在 {hours} 小时内完成“五落实”。</translation>
        </message>
        <message>
            <source>To be fixed within {hours} h.</source>
            <translation>须在 {hours} 小时内整改。</translation>
        </message>
        <message>
            <source>{number} ({why})</source>
            <translation>{number}（{why}）</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>Goes to {name}, as no route fits.</source>
            <translation>派给{name}：没有符合的路线。</translation>
        </message>
        <message>
            <source>Goes to {name}, by route {number}.</source>
            <translation>派给{name}：按第 {number} 条路线。</translation>
        </message>
        <message>
            <source>{name} stands in for {absent}.</source>
            <translation>{absent} 缺勤，由 {name} 代理。</translation>
        </message>
        <message>
            <source>Passed over: {routes}.</source>
            <translation>跳过：{routes}。</translation>
        </message>
    </context>
    <context>
        <name>TypedField</name>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Above or below</source>
            <translation>高于或低于</translation>
        </message>
        <message>
            <source>A time of day such as 22:00</source>
            <translation>时刻，例如 22:00</translation>
        </message>
        <message>
            <source>A length of time such as 15</source>
            <translation>时长，例如 15</translation>
        </message>
        <message>
            <source>A number from {least} to {most}</source>
            <translation>{least} 到 {most} 之间的数</translation>
        </message>
    </context>
    <context>
        <name>Unconfirmed</name>
        <message>
            <source>not yet confirmed</source>
            <translation>待确认</translation>
        </message>
        <message>
            <source>Done on this computer and kept here; the hub has yet to confirm it.</source>
            <translation>已在这台电脑上完成并保存，等待中心确认。</translation>
        </message>
    </context>
    <context>
        <name>Undelivered</name>
        <message>
            <source>Not delivered</source>
            <translation>未送达</translation>
        </message>
        <message>
            <source>Asking the hub…</source>
            <translation>正在向服务端查询…</translation>
        </message>
        <message>
            <source>Messages that did not arrive, and those that were tried in vain and go on. The newest first.</source>
            <translation>没有送到的消息，以及还在重试的消息，最新的在前。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Everything has arrived.</source>
            <translation>全部已送达。</translation>
        </message>
    </context>
    <context>
        <name>Undoing</name>
        <message>
            <source>Undo: {what}</source>
            <translation>撤销：{what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo: {what}</source>
            <translation>重做：{what}</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>There is nothing to do again.</source>
            <translation>没有可以重做的操作。</translation>
        </message>
        <message>
            <source>Taken back: {what}</source>
            <translation>已撤回：{what}</translation>
        </message>
        <message>
            <source>Done again: {what}</source>
            <translation>已重做：{what}</translation>
        </message>
        <message numerus="yes">
            <source>{what}, and %n more that was done with it</source>
            <translation>
                <numerusform>{what}，以及一起做的 %n 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Visits</name>
        <message>
            <source>Audit visit</source>
            <translation>迎检</translation>
        </message>
        <message>
            <source>Audit bag</source>
            <translation>迎检包</translation>
        </message>
        <message>
            <source>Open an audit bag</source>
            <translation>打开迎检包</translation>
        </message>
        <message>
            <source>Audit bag or comments</source>
            <translation>迎检包或意见</translation>
        </message>
        <message>
            <source>Bring back an auditor's comments</source>
            <translation>带回审核意见</translation>
        </message>
        <message numerus="yes">
            <source>%n comments have come back and stand in the journal.</source>
            <translation>
                <numerusform>带回了 %n 条意见，已记入追溯记录。</numerusform>
            </translation>
        </message>
        <message>
            <source>All of these comments had come back before.</source>
            <translation>这些意见以前已经带回过。</translation>
        </message>
    </context>
    <context>
        <name>VisitsView</name>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Only odd ones</source>
            <translation>只看异常</translation>
        </message>
        <message>
            <source>Visits are made of swipes: who went in when, and out again.</source>
            <translation>进出记录由刷卡配对得出：何时进，何时出。</translation>
        </message>
        <message>
            <source>No visits</source>
            <translation>没有进出记录</translation>
        </message>
        <message numerus="yes">
            <source>%n visits</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>not seen</source>
            <translation>未刷卡</translation>
        </message>
        <message>
            <source>still there</source>
            <translation>仍在内</translation>
        </message>
        <message>
            <source>In</source>
            <translation>进</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>出</translation>
        </message>
        <message>
            <source>Stayed</source>
            <translation>停留</translation>
        </message>
        <message>
            <source>Oddities</source>
            <translation>异常</translation>
        </message>
    </context>
    <context>
        <name>Wall</name>
        <message>
            <source>The map on a wall</source>
            <translation>大屏地图</translation>
        </message>
        <message>
            <source>Leave the wall</source>
            <translation>退出大屏</translation>
        </message>
        <message>
            <source>No floor yet</source>
            <translation>还没有楼层</translation>
        </message>
        <message>
            <source>The hub is out of reach. This is how it stood at {clock}; it may be otherwise now.</source>
            <translation>连不上中心。这是 {clock} 的情况，现在可能已有变化。</translation>
        </message>
        <message>
            <source>As of {clock}</source>
            <translation>截至 {clock}</translation>
        </message>
        <message>
            <source>Floor {n} of {all}</source>
            <translation>第 {n} 层图，共 {all} 层图</translation>
        </message>
        <message>
            <source>Next after {n} s (Up, Down)</source>
            <translation>{n} 秒后换下一层（上下键调整）</translation>
        </message>
        <message>
            <source>Stays at this floor (Up, Down)</source>
            <translation>停在本层（上下键调整）</translation>
        </message>
        <message>
            <source>Esc leaves</source>
            <translation>Esc 退出</translation>
        </message>
    </context>
    <context>
        <name>WallUrgent</name>
        <message>
            <source>First now</source>
            <translation>最急</translation>
        </message>
        <message>
            <source>Nothing is waiting on this floor</source>
            <translation>本层没有待办</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>另有 {n} 条</translation>
        </message>
    </context>
    <context>
        <name>Waterfall</name>
        <message>
            <source>Waiting for {who} · {span}</source>
            <translation>待 {who} 处理 · {span}</translation>
        </message>
        <message>
            <source>Fix · {who} · {span}</source>
            <translation>整改 · {who} · {span}</translation>
        </message>
        <message>
            <source>First review</source>
            <translation>初核</translation>
        </message>
        <message>
            <source>Second review</source>
            <translation>终核</translation>
        </message>
        <message>
            <source>me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>Who has the ball</source>
            <translation>球在谁手里</translation>
        </message>
        <message>
            <source>{when} reported</source>
            <translation>{when} 上报</translation>
        </message>
        <message>
            <source>{when} taken on</source>
            <translation>{when} 接单</translation>
        </message>
        <message>
            <source>{when} fixed</source>
            <translation>{when} 整改完成</translation>
        </message>
        <message>
            <source>{when} first review passed</source>
            <translation>{when} 初核通过</translation>
        </message>
        <message>
            <source>due {when}</source>
            <translation>期限 {when}</translation>
        </message>
        <message>
            <source>was due {when}</source>
            <translation>期限已过：{when}</translation>
        </message>
        <message>
            <source>now {time}</source>
            <translation>此刻 {time}</translation>
        </message>
    </context>
    <context>
        <name>WeightsPanel</name>
        <message>
            <source>Weights and bands</source>
            <translation>权重与分档</translation>
        </message>
        <message>
            <source>What is typed here is tried at once in the table; it holds when it is saved.</source>
            <translation>填写后表格立即试算，保存后才生效。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
    <context>
        <name>WhatIf</name>
        <message>
            <source>It would be</source>
            <translation>届时为</translation>
        </message>
        <message>
            <source>Without it: {level}</source>
            <translation>没有它：{level}</translation>
        </message>
        <message>
            <source>With it: {level}</source>
            <translation>有了它：{level}</translation>
        </message>
        <message>
            <source>{effect}; it moves the colour</source>
            <translation>{effect}，颜色会变</translation>
        </message>
    </context>
    <context>
        <name>WhomDialog</name>
        <message>
            <source>Send</source>
            <translation>派单</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose a person or a team.</source>
            <translation>请选择一名人员或一个班组。</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Anhuan</source>
            <translation>安环台</translation>
        </message>
        <message>
            <source>Opening the plant…</source>
            <translation>正在打开工厂…</translation>
        </message>
    </context>
    <context>
        <name>ZoneEmergency</name>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Nobody has written yet what to do here when something happens.</source>
            <translation>尚未填写此处的应急处置措施。</translation>
        </message>
        <message>
            <source>No emergency number yet</source>
            <translation>尚未填写应急电话</translation>
        </message>
    </context>
    <context>
        <name>ZoneForm</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Responsible supervisor</source>
            <translation>责任主管</translation>
        </message>
        <message>
            <source>Maintenance team</source>
            <translation>整改班组</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>未指定人员</translation>
        </message>
        <message>
            <source>No team yet</source>
            <translation>未指定班组</translation>
        </message>
    </context>
    <context>
        <name>ZoneList</name>
        <message>
            <source>Which zones</source>
            <translation>哪些区域</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>To be printed</source>
            <translation>只选要印的</translation>
        </message>
        <message>
            <source>Print the PDF at 100 %, never 'fit to page'. Press a place on the sheet if its sticker is gone.</source>
            <translation>打印 PDF 时选 100 %，不要“适合页面”。纸上已用掉的格，点一下标出。</translation>
        </message>
        <message>
            <source>Zones, ticked for printing</source>
            <translation>要打印标签的区域</translation>
        </message>
        <message>
            <source>kept back</source>
            <translation>不能印</translation>
        </message>
        <message numerus="yes">
            <source>%n zones</source>
            <translation>
                <numerusform>选了 %n 个区域</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ZoneMenu</name>
        <message>
            <source>Split by a line</source>
            <translation>画线拆分</translation>
        </message>
        <message>
            <source>Corners as numbers…</source>
            <translation>顶点坐标…</translation>
        </message>
        <message>
            <source>Merge with</source>
            <translation>与相邻区域合并</translation>
        </message>
        <message>
            <source>Copy to floor</source>
            <translation>复制到楼层</translation>
        </message>
        <message>
            <source>Retire zone…</source>
            <translation>停用区域…</translation>
        </message>
    </context>
    <context>
        <name>ZoneNeeds</name>
        <message>
            <source>What zones ask for</source>
            <translation>区域进入要求</translation>
        </message>
        <message>
            <source>Whoever goes in by a door without it stands on the list; a rule can tell at once.</source>
            <translation>不具备要求而刷卡进入的人会列入名单；也可用规则即时告警。</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>asks for nothing</source>
            <translation>无要求</translation>
        </message>
        <message>
            <source>The zone asks for it from now on.</source>
            <translation>进入要求已生效。</translation>
        </message>
    </context>
    <context>
        <name>ZonePanel</name>
        <message>
            <source>Inspection missed; it was open until {moment}</source>
            <translation>巡检漏检；应于 {moment} 前打卡</translation>
        </message>
        <message>
            <source>{n} corners</source>
            <translation>{n} 个角点</translation>
        </message>
        <message>
            <source>New zone</source>
            <translation>新区域</translation>
        </message>
        <message>
            <source>e.g. Press shop</source>
            <translation>例如：冲压车间</translation>
        </message>
        <message>
            <source>Drag the corners to fit; then say what it is.</source>
            <translation>拖动角点对准，再填写这是什么区域。</translation>
        </message>
        <message>
            <source>Save zone</source>
            <translation>保存区域</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Edit plan</source>
            <translation>编辑平面图</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>画区域</translation>
        </message>
        <message>
            <source>A rectangle by dragging (R), or corner by corner (P), closed by Enter.</source>
            <translation>拖出矩形（R），或逐个点角点（P），回车闭合。</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>对准</translation>
        </message>
        <message>
            <source>Corners snap to lines; Alt turns that off, Shift makes right angles.</source>
            <translation>角点会吸附到线上；按住 Alt 不吸附，按住 Shift 画直角。</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Click a zone, drag it, or drag its corners. Delete removes a corner.</source>
            <translation>点选区域后可拖动区域或角点，Delete 删除角点。</translation>
        </message>
        <message>
            <source>Put there</source>
            <translation>放置</translation>
        </message>
        <message>
            <source>Equipment, sensors, doors, extinguishers: by their signs (T).</source>
            <translation>设备、传感器、门、灭火器：按符号放到图上（T）。</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>The drawing's own rooms can be taken with one click each.</source>
            <translation>图纸里已有的房间，点一下就能采用。</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>浏览</translation>
        </message>
        <message>
            <source>Wheel zooms, Space or the middle button pans, F shows all.</source>
            <translation>滚轮缩放，按住空格或中键平移，F 显示全图。</translation>
        </message>
        <message>
            <source>Lies partly on {zone}. Move its corners off it, or wholly inside.</source>
            <translation>与“{zone}”部分重叠。请把顶点移开，或完全移到里面。</translation>
        </message>
        <message>
            <source>A zone needs a name</source>
            <translation>区域要有名称</translation>
        </message>
        <message>
            <source>Every change is saved at once and can be undone.</source>
            <translation>每次改动即时保存，可以撤销。</translation>
        </message>
        <message>
            <source>Retire zone…</source>
            <translation>停用区域…</translation>
        </message>
        <message>
            <source>It leaves the map and its labels stop working. What happened in it stays.</source>
            <translation>它会从地图上消失，标签随之失效；发生过的记录都保留。</translation>
        </message>
        <message>
            <source>Retire '{zone}'?</source>
            <translation>停用“{zone}”？</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Take the note away</source>
            <translation>去掉提示</translation>
        </message>
        <message>
            <source>Why this colour</source>
            <translation>为什么是这个颜色</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>另有 {n} 条</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>找谁</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Report a hazard here</source>
            <translation>在此上报隐患</translation>
        </message>
        <message>
            <source>No label yet: nobody can report from here by phone.</source>
            <translation>还没有标签：在这里没法用手机上报。</translation>
        </message>
        <message>
            <source>{code}, version {n}: issued, not printed yet</source>
            <translation>{code}，第 {n} 版：已生成，未打印</translation>
        </message>
        <message>
            <source>{code}, version {n}: printed {moment}</source>
            <translation>{code}，第 {n} 版：{moment} 打印</translation>
        </message>
    </context>
    <context>
        <name>ZonePeople</name>
        <message>
            <source>No supervisor yet</source>
            <translation>还没有责任主管</translation>
        </message>
        <message>
            <source>supervisor</source>
            <translation>责任主管</translation>
        </message>
        <message>
            <source>no phone number</source>
            <translation>没有电话</translation>
        </message>
        <message>
            <source>No team yet</source>
            <translation>未指定班组</translation>
        </message>
        <message>
            <source>maintenance team</source>
            <translation>整改班组</translation>
        </message>
    </context>
    <context>
        <name>ZonePresence</name>
        <message>
            <source>Who is in it</source>
            <translation>谁在里面</translation>
        </message>
        <message>
            <source>Who was in it</source>
            <translation>当时谁在里面</translation>
        </message>
        <message>
            <source>checked in {moment}</source>
            <translation>{moment} 打卡</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>另有 {n} 条</translation>
        </message>
        <message>
            <source>Nobody has checked in here in the last 12 hours.</source>
            <translation>最近 12 小时无人在此打卡。</translation>
        </message>
        <message>
            <source>No door tells who is here: in an emergency count the people at the assembly point.</source>
            <translation>门禁刷卡尚未接入，无法得知谁在里面：紧急时以集合点清点人数为准。</translation>
        </message>
        <message numerus="yes">
            <source>%n inside by the doors' word</source>
            <translation>
                <numerusform>按门禁记录，区内 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>since {moment}</source>
            <translation>自 {moment}</translation>
        </message>
        <message>
            <source>Doors can be passed without a card: in an emergency count the people at the assembly point.</source>
            <translation>门禁可能有人未刷卡进出：紧急情况下请在集合点清点人数。</translation>
        </message>
    </context>
    <context>
        <name>ZoneRisk</name>
        <message>
            <source>No risk point yet: the level is that of its class.</source>
            <translation>尚无风险点：等级按区域类别确定。</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>另有 {n} 条</translation>
        </message>
    </context>
    <context>
        <name>ZoneRounds</name>
        <message>
            <source>Next inspections</source>
            <translation>后续巡检</translation>
        </message>
        <message>
            <source>No inspection is planned.</source>
            <translation>没有安排巡检。</translation>
        </message>
        <message>
            <source>anybody</source>
            <translation>不限人</translation>
        </message>
        <message>
            <source>open until {moment}</source>
            <translation>可打卡至 {moment}</translation>
        </message>
    </context>
    <context>
        <name>ZoneSensors</name>
        <message>
            <source>Sensors now</source>
            <translation>传感器当前读数</translation>
        </message>
        <message>
            <source>Sensors then</source>
            <translation>当时的传感器</translation>
        </message>
        <message>
            <source>The hub is being asked…</source>
            <translation>正在向中心查询…</translation>
        </message>
        <message>
            <source>The hub is out of reach: nothing is known of the sensors.</source>
            <translation>连不上中心：传感器情况未知。</translation>
        </message>
        <message>
            <source>The hub is out of reach: as it was {moment}.</source>
            <translation>连不上中心：以下为{moment}的读数。</translation>
        </message>
    </context>
    <context>
        <name>ZoneTraining</name>
        <message>
            <source>Whoever goes in needs</source>
            <translation>进入要求</translation>
        </message>
        <message>
            <source>Set…</source>
            <translation>设定…</translation>
        </message>
        <message>
            <source>Nothing is asked for.</source>
            <translation>无要求。</translation>
        </message>
        <message>
            <source>Emergency plans</source>
            <translation>应急预案</translation>
        </message>
        <message>
            <source>No plan holds here yet.</source>
            <translation>尚无适用的预案。</translation>
        </message>
        <message>
            <source>Who went in without it</source>
            <translation>查看谁不符合要求进入过</translation>
        </message>
        <message numerus="yes">
            <source>%n people went in without it</source>
            <translation>
                <numerusform>%n 人不具备要求而进入</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody went in without it.</source>
            <translation>近 28 天没有人不符合要求进入。</translation>
        </message>
    </context>
    <context>
        <name>ZonesView</name>
        <message>
            <source>lies partly on: {zone}</source>
            <translation>与“{zone}”部分重叠</translation>
        </message>
    </context>
    <context>
        <name>ZoomBar</name>
        <message>
            <source>Zoom in (+)</source>
            <translation>放大（+）</translation>
        </message>
        <message>
            <source>Zoom out (−)</source>
            <translation>缩小（−）</translation>
        </message>
        <message>
            <source>Show all of it (F)</source>
            <translation>显示全图（F）</translation>
        </message>
    </context>
    <context>
        <name>_Card</name>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>End the tour</source>
            <translation>结束导览</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Begin to work</source>
            <translation>开始使用</translation>
        </message>
    </context>
    <context>
        <name>_Field</name>
        <message>
            <source>Page, action, zone, hazard number, person …</source>
            <translation>页面、操作、区域、隐患编号、人员…</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>搜索全部内容</translation>
        </message>
    </context>
    <context>
        <name>_Line</name>
        <message>
            <source>unread</source>
            <translation>未读</translation>
        </message>
    </context>
</TS>
