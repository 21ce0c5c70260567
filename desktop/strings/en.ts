<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="en">
    <context>
        <name>AbsencePart</name>
        <message>
            <source>Record an absence…</source>
            <translation>Record an absence…</translation>
        </message>
        <message>
            <source>{name} stands in</source>
            <translation>{name} stands in</translation>
        </message>
        <message>
            <source>nobody stands in</source>
            <translation>nobody stands in</translation>
        </message>
        <message>
            <source>Is back</source>
            <translation>Is back</translation>
        </message>
        <message>
            <source>Not away after all</source>
            <translation>Not away after all</translation>
        </message>
        <message numerus="yes">
            <source>%n hazards to fix</source>
            <translation>
                <numerusform>%n hazard to fix</numerusform>
                <numerusform>%n hazards to fix</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n inspections of their own</source>
            <translation>
                <numerusform>%n inspection of their own</numerusform>
                <numerusform>%n inspections of their own</numerusform>
            </translation>
        </message>
        <message>
            <source>Still with {name}: {what}.</source>
            <translation>Still with {name}: {what}.</translation>
        </message>
        <message>
            <source>{name} is asked for the inspections while standing in.</source>
            <translation>{name} is asked for the inspections while standing in.</translation>
        </message>
        <message>
            <source>Hand the hazards to {name}</source>
            <translation>Hand the hazards to {name}</translation>
        </message>
        <message>
            <source>Hand the hazards on…</source>
            <translation>Hand the hazards on…</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>New hazards go to the deputy, who also reviews in this person's place. A deputy has no deputy.</source>
            <translation>New hazards go to the deputy, who also reviews in this person's place. A deputy has no deputy.</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>The absence has been recorded.</source>
            <translation>The absence has been recorded.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>From now on everything goes to {name} again.</source>
            <translation>From now on everything goes to {name} again.</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>All that {name} has to fix goes on; clocks run on.</source>
            <translation>All that {name} has to fix goes on; clocks run on.</translation>
        </message>
        <message>
            <source>Handed over.</source>
            <translation>Handed over.</translation>
        </message>
    </context>
    <context>
        <name>AccessCard</name>
        <message>
            <source>Save the policy</source>
            <translation>Save the policy</translation>
        </message>
        <message>
            <source>Swipes tell where people go: they are kept no longer than needed. Devices are set up on the page of equipment and doors.</source>
            <translation>Swipes tell where people go: they are kept no longer than needed. Devices are set up on the page of equipment and doors.</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>Please fill in every field.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>AccessPage</name>
        <message>
            <source>Emergency muster</source>
            <translation>Emergency muster</translation>
        </message>
        <message>
            <source>Muster drill</source>
            <translation>Muster drill</translation>
        </message>
        <message>
            <source>On the site</source>
            <translation>On the site</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>Behaviour</source>
            <translation>Behaviour</translation>
        </message>
        <message>
            <source>Machines</source>
            <translation>Machines</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Devices</translation>
        </message>
        <message>
            <source>A muster goes on</source>
            <translation>A muster goes on</translation>
        </message>
    </context>
    <context>
        <name>AccountPanel</name>
        <message>
            <source>Single entries are seen by themselves, their leaders and the safety office.</source>
            <translation>Single entries are seen by themselves, their leaders and the safety office.</translation>
        </message>
        <message>
            <source>Points by hand…</source>
            <translation>Points by hand…</translation>
        </message>
        <message>
            <source>Can be spent</source>
            <translation>Can be spent</translation>
        </message>
        <message>
            <source>Earned this month</source>
            <translation>Earned this month</translation>
        </message>
        <message>
            <source>Place {place} this month</source>
            <translation>Place {place} this month</translation>
        </message>
        <message>
            <source>No entries yet.</source>
            <translation>No entries yet.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Show all</translation>
        </message>
        <message>
            <source>{when} · {balance} left</source>
            <translation>{when} · {balance} left</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Look</translation>
        </message>
    </context>
    <context>
        <name>Address</name>
        <message>
            <source>Only this very computer can open this address. Phones can't: take the one in the network.</source>
            <translation>Only this very computer can open this address. Phones can't: take the one in the network.</translation>
        </message>
        <message>
            <source>A bare number may belong to another machine tomorrow, and then every printed label is dead. Have the number fixed, or better a name set up.</source>
            <translation>A bare number may belong to another machine tomorrow, and then every printed label is dead. Have the number fixed, or better a name set up.</translation>
        </message>
        <message>
            <source>Without https phones can take and send photos, but can't keep them while they have no network.</source>
            <translation>Without https phones can take and send photos, but can't keep them while they have no network.</translation>
        </message>
    </context>
    <context>
        <name>AddressForm</name>
        <message>
            <source>Address that phones open</source>
            <translation>Address that phones open</translation>
        </message>
        <message>
            <source>Use this address</source>
            <translation>Use this address</translation>
        </message>
        <message>
            <source>This computer: {address}</source>
            <translation>This computer: {address}</translation>
        </message>
    </context>
    <context>
        <name>AgentPanel</name>
        <message>
            <source>New machine agent</source>
            <translation>New machine agent</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message numerus="yes">
            <source>%n words of machines ran out of its buffer and are lost.</source>
            <translation>
                <numerusform>%n word of machines ran out of its buffer and is lost.</numerusform>
                <numerusform>%n words of machines ran out of its buffer and are lost.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It was restarted %n times.</source>
            <translation>
                <numerusform>It was restarted once.</numerusform>
                <numerusform>It was restarted %n times.</numerusform>
            </translation>
        </message>
        <message>
            <source>Which line each machine is</source>
            <translation>Which line each machine is</translation>
        </message>
        <message>
            <source>as it is called</source>
            <translation>as it is called</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>The agent has been added.</source>
            <translation>The agent has been added.</translation>
        </message>
        <message>
            <source>The agent has been saved.</source>
            <translation>The agent has been saved.</translation>
        </message>
        <message>
            <source>Being asked…</source>
            <translation>Being asked…</translation>
        </message>
        <message>
            <source>The agent has been retired.</source>
            <translation>The agent has been retired.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>AlarmBar</name>
        <message>
            <source>Stop the sound</source>
            <translation>Stop the sound</translation>
        </message>
        <message>
            <source>The hub has not answered since {since}. Alerts may reach nobody: tell people by phone.</source>
            <translation>The hub has not answered since {since}. Alerts may reach nobody: tell people by phone.</translation>
        </message>
        <message>
            <source>Messages have not gone out since {since}. Alerts reach nobody: tell people by phone.</source>
            <translation>Messages have not gone out since {since}. Alerts reach nobody: tell people by phone.</translation>
        </message>
    </context>
    <context>
        <name>AlertPanel</name>
        <message>
            <source>How it came</source>
            <translation>How it came</translation>
        </message>
        <message>
            <source>Who was told when</source>
            <translation>Who was told when</translation>
        </message>
        <message>
            <source>Note, such as: stopped, looking into it</source>
            <translation>Note, such as: stopped, looking into it</translation>
        </message>
        <message>
            <source>Acknowledge: I will handle it</source>
            <translation>Acknowledge: I will handle it</translation>
        </message>
        <message>
            <source>It is answered by someone it went to, or by the safety office.</source>
            <translation>It is answered by someone it went to, or by the safety office.</translation>
        </message>
        <message>
            <source>Answered. Others see that you take care.</source>
            <translation>Answered. Others see that you take care.</translation>
        </message>
        <message>
            <source>Your answer has reached the hub.</source>
            <translation>Your answer has reached the hub.</translation>
        </message>
    </context>
    <context>
        <name>Alerts</name>
        <message>
            <source>Withdrawn</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Shelved, nobody told</source>
            <translation>Shelved, nobody told</translation>
        </message>
        <message>
            <source>Waits for an answer</source>
            <translation>Waits for an answer</translation>
        </message>
        <message>
            <source>Over, not answered</source>
            <translation>Over, not answered</translation>
        </message>
        <message>
            <source>Answered, still so</source>
            <translation>Answered, still so</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>Settled</translation>
        </message>
    </context>
    <context>
        <name>AlertsPage</name>
        <message>
            <source>Not delivered…</source>
            <translation>Not delivered…</translation>
        </message>
        <message>
            <source>Drills…</source>
            <translation>Drills…</translation>
        </message>
        <message>
            <source>When a rule finds something, it stands here until a person has answered.</source>
            <translation>When a rule finds something, it stands here until a person has answered.</translation>
        </message>
        <message>
            <source>No alerts now</source>
            <translation>No alerts now</translation>
        </message>
        <message>
            <source>now {n}</source>
            <translation>now {n}</translation>
        </message>
        <message>
            <source>acknowledged {n}</source>
            <translation>acknowledged {n}</translation>
        </message>
        <message>
            <source>shelved {n}</source>
            <translation>shelved {n}</translation>
        </message>
        <message>
            <source>all {n}</source>
            <translation>all {n}</translation>
        </message>
        <message numerus="yes">
            <source>%n wait for an answer</source>
            <translation>
                <numerusform>%n waits for an answer</numerusform>
                <numerusform>%n wait for an answer</numerusform>
            </translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
    </context>
    <context>
        <name>Aligning</name>
        <message>
            <source>As they are</source>
            <translation>As they are</translation>
        </message>
        <message>
            <source>Compare without aligning: both photos were taken from the same place</source>
            <translation>Compare without aligning: both photos were taken from the same place</translation>
        </message>
        <message>
            <source>Align anew</source>
            <translation>Align anew</translation>
        </message>
        <message>
            <source>The photos are being compared…</source>
            <translation>The photos are being compared…</translation>
        </message>
        <message>
            <source>Coloured is what is different: {percent} % of what both photos show.</source>
            <translation>Coloured is what is different: {percent} % of what both photos show.</translation>
        </message>
        <message>
            <source>Click a place in the photo before that can be seen in both: a corner, a bolt.</source>
            <translation>Click a place in the photo before that can be seen in both: a corner, a bolt.</translation>
        </message>
        <message>
            <source>Click the same place in the photo after.</source>
            <translation>Click the same place in the photo after.</translation>
        </message>
        <message>
            <source>Click a second place in the photo before, far from the first.</source>
            <translation>Click a second place in the photo before, far from the first.</translation>
        </message>
        <message>
            <source>Click that second place in the photo after.</source>
            <translation>Click that second place in the photo after.</translation>
        </message>
    </context>
    <context>
        <name>AlongDialog</name>
        <message>
            <source>Take with me</source>
            <translation>Take with me</translation>
        </message>
        <message>
            <source>How far back</source>
            <translation>How far back</translation>
        </message>
        <message numerus="yes">
            <source>%n months</source>
            <translation>
                <numerusform>%n month</numerusform>
                <numerusform>%n months</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep until</source>
            <translation>Keep until</translation>
        </message>
        <message>
            <source>Photos of hazards and inspections</source>
            <translation>Photos of hazards and inspections</translation>
        </message>
        <message>
            <source>How much of it is here</source>
            <translation>How much of it is here</translation>
        </message>
        <message>
            <source>Fetch it</source>
            <translation>Fetch it</translation>
        </message>
        <message>
            <source>Stop fetching</source>
            <translation>Stop fetching</translation>
        </message>
        <message>
            <source>Records are always on this computer. What is ticked here is fetched as well, so that it can be seen on the road. Fetching goes on by itself whenever the hub can be reached.</source>
            <translation>Records are always on this computer. What is ticked here is fetched as well, so that it can be seen on the road. Fetching goes on by itself whenever the hub can be reached.</translation>
        </message>
        <message>
            <source>Floors (none ticked: all)</source>
            <translation>Floors (none ticked: all)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Floors</source>
            <translation>Floors</translation>
        </message>
        <message>
            <source>{photos} photos and drawings, {here} of them are here; about {size} are still to come.</source>
            <translation>{photos} photos and drawings, {here} of them are here; about {size} are still to come.</translation>
        </message>
        <message>
            <source>{photos} photos and drawings, all of them are here.</source>
            <translation>{photos} photos and drawings, all of them are here.</translation>
        </message>
        <message>
            <source>The journal is here from its first entry on.</source>
            <translation>The journal is here from its first entry on.</translation>
        </message>
        <message>
            <source>The journal is here from {day} on.</source>
            <translation>The journal is here from {day} on.</translation>
        </message>
        <message>
            <source>Kept until {day}.</source>
            <translation>Kept until {day}.</translation>
        </message>
        <message>
            <source>All of it is here: you can leave.</source>
            <translation>All of it is here: you can leave.</translation>
        </message>
        <message>
            <source>The hub is out of reach; it goes on when it is there again.</source>
            <translation>The hub is out of reach; it goes on when it is there again.</translation>
        </message>
        <message>
            <source>It is being fetched.</source>
            <translation>It is being fetched.</translation>
        </message>
    </context>
    <context>
        <name>AnalysisView</name>
        <message>
            <source>By team (count · share so far)</source>
            <translation>By team (count · share so far)</translation>
        </message>
        <message>
            <source>Again in the same place within 30 days</source>
            <translation>Again in the same place within 30 days</translation>
        </message>
        <message>
            <source>By equipment (count · share so far)</source>
            <translation>By equipment (count · share so far)</translation>
        </message>
        <message>
            <source>How far they have come</source>
            <translation>How far they have come</translation>
        </message>
        <message>
            <source>Open now, by age</source>
            <translation>Open now, by age</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>Per 1,000 person-hours</source>
            <translation>Per 1,000 person-hours</translation>
        </message>
    </context>
    <context>
        <name>AnswerList</name>
        <message>
            <source>Made by version {n} of '{name}', as it was then; today it is version {newest}.</source>
            <translation>Made by version {n} of '{name}', as it was then; today it is version {newest}.</translation>
        </message>
        <message>
            <source>Made by version {n} of '{name}'.</source>
            <translation>Made by version {n} of '{name}'.</translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>Not answered</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>Photo</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>{what} · {about}: {why}</source>
            <translation>{what} · {about}: {why}</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>And %n more.</numerusform>
                <numerusform>And %n more.</numerusform>
            </translation>
        </message>
        <message>
            <source>Your review of {number} counted as the first; the second is still needed.</source>
            <translation>Your review of {number} counted as the first; the second is still needed.</translation>
        </message>
        <message>
            <source>Your review of {number} counted as the second: the hazard is closed.</source>
            <translation>Your review of {number} counted as the second: the hazard is closed.</translation>
        </message>
        <message>
            <source>Your approval of {number} is kept, but your role had been withdrawn by then: another must review it.</source>
            <translation>Your approval of {number} is kept, but your role had been withdrawn by then: another must review it.</translation>
        </message>
        <message>
            <source>Your review of {number} counted as the first; the second has closed the hazard.</source>
            <translation>Your review of {number} counted as the first; the second has closed the hazard.</translation>
        </message>
    </context>
    <context>
        <name>ApplyForm</name>
        <message>
            <source>Choose</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>The plant's own people</source>
            <translation>The plant's own people</translation>
        </message>
        <message>
            <source>At this level a permit holds for {hours} h at most.</source>
            <translation>At this level a permit holds for {hours} h at most.</translation>
        </message>
    </context>
    <context>
        <name>AsText</name>
        <message>
            <source>The rule as JSON</source>
            <translation>The rule as JSON</translation>
        </message>
        <message>
            <source>JSON, as 'anhuan rules check' takes it; 'anhuan rules schema' prints its schema.</source>
            <translation>JSON, as 'anhuan rules check' takes it; 'anhuan rules schema' prints its schema.</translation>
        </message>
        <message>
            <source>No JSON yet: see line {n}.</source>
            <translation>No JSON yet: see line {n}.</translation>
        </message>
    </context>
    <context>
        <name>Asked</name>
        <message>
            <source>A drill of alerts went to you {when}</source>
            <translation>A drill of alerts went to you {when}</translation>
        </message>
        <message>
            <source>It has come</source>
            <translation>It has come</translation>
        </message>
        <message>
            <source>Acknowledged. Thank you.</source>
            <translation>Acknowledged. Thank you.</translation>
        </message>
    </context>
    <context>
        <name>BackupsCard</name>
        <message>
            <source>Back up now</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <source>Cancel the backup</source>
            <translation>Cancel the backup</translation>
        </message>
        <message>
            <source>Try a restore</source>
            <translation>Try a restore</translation>
        </message>
        <message>
            <source>Save the plan</source>
            <translation>Save the plan</translation>
        </message>
        <message>
            <source>A backup holds the whole plant but passwords for other services. Each is read again when it is written; a trial puts it back beside the plant, checks the chain and every photo, and leaves nothing.</source>
            <translation>A backup holds the whole plant but passwords for other services. Each is read again when it is written; a trial puts it back beside the plant, checks the chain and every photo, and leaves nothing.</translation>
        </message>
        <message>
            <source>There is no backup yet</source>
            <translation>There is no backup yet</translation>
        </message>
        <message>
            <source>Last good backup: {when}, {size}</source>
            <translation>Last good backup: {when}, {size}</translation>
        </message>
        <message numerus="yes">
            <source>%n photos were missing</source>
            <translation>
                <numerusform>%n photo was missing</numerusform>
                <numerusform>%n photos were missing</numerusform>
            </translation>
        </message>
        <message>
            <source>Next: {when}</source>
            <translation>Next: {when}</translation>
        </message>
        <message>
            <source>None is made by itself: press the button to make one.</source>
            <translation>None is made by itself: press the button to make one.</translation>
        </message>
        <message>
            <source>Folder on the hub's machine: {folder}</source>
            <translation>Folder on the hub's machine: {folder}</translation>
        </message>
        <message>
            <source>It is on the plant's own disk: if that breaks, the backups go with it.</source>
            <translation>It is on the plant's own disk: if that breaks, the backups go with it.</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>Please fill in every field.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>BadgeCard</name>
        <message>
            <source>How often for the first step; {second} times as often for the second, {third} for the third.</source>
            <translation>How often for the first step; {second} times as often for the second, {third} for the third.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>BagBar</name>
        <message>
            <source>Clause map and comments</source>
            <translation>Clause map and comments</translation>
        </message>
        <message>
            <source>Audit bag · {plant}</source>
            <translation>Audit bag · {plant}</translation>
        </message>
        <message>
            <source>Sealed audit bag</source>
            <translation>Sealed audit bag</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>names left out</source>
            <translation>names left out</translation>
        </message>
        <message>
            <source>made {when}</source>
            <translation>made {when}</translation>
        </message>
        <message>
            <source>Whole: nothing has been changed since it was sealed. Seal {seal}…</source>
            <translation>Whole: nothing has been changed since it was sealed. Seal {seal}…</translation>
        </message>
        <message numerus="yes">
            <source>Not whole: %n findings. What is shown may not be what was sealed.</source>
            <translation>
                <numerusform>Not whole: %n finding. What is shown may not be what was sealed.</numerusform>
                <numerusform>Not whole: %n findings. What is shown may not be what was sealed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BagDesk</name>
        <message>
            <source>Clause map and comments</source>
            <translation>Clause map and comments</translation>
        </message>
        <message>
            <source>What the comment is on</source>
            <translation>What the comment is on</translation>
        </message>
        <message>
            <source>The whole bag</source>
            <translation>The whole bag</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Your comment</source>
            <translation>Your comment</translation>
        </message>
        <message>
            <source>Who says so: name or organisation</source>
            <translation>Who says so: name or organisation</translation>
        </message>
        <message>
            <source>Add the comment</source>
            <translation>Add the comment</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Take out</translation>
        </message>
        <message>
            <source>Comments are kept in a file beside the bag; the bag itself is not touched. Taken back to a console of the plant they become part of its journal.</source>
            <translation>Comments are kept in a file beside the bag; the bag itself is not touched. Taken back to a console of the plant they become part of its journal.</translation>
        </message>
        <message>
            <source>Clause map</source>
            <translation>Clause map</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>And %n more.</numerusform>
                <numerusform>And %n more.</numerusform>
            </translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>Clause</translation>
        </message>
        <message>
            <source>Evidence in the records</source>
            <translation>Evidence in the records</translation>
        </message>
        <message>
            <source>Newest</source>
            <translation>Newest</translation>
        </message>
        <message numerus="yes">
            <source>%n letters too many.</source>
            <translation>
                <numerusform>%n letter too many.</numerusform>
                <numerusform>%n letters too many.</numerusform>
            </translation>
        </message>
        <message>
            <source>The comment could not be kept: {why}</source>
            <translation>The comment could not be kept: {why}</translation>
        </message>
    </context>
    <context>
        <name>BagDialog</name>
        <message>
            <source>Audit bag</source>
            <translation>Audit bag</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Leave out people's names, numbers and addresses</source>
            <translation>Leave out people's names, numbers and addresses</translation>
        </message>
        <message>
            <source>With the photos of hazards and inspections</source>
            <translation>With the photos of hazards and inspections</translation>
        </message>
        <message>
            <source>How much of the bag is written</source>
            <translation>How much of the bag is written</translation>
        </message>
        <message>
            <source>Make the bag…</source>
            <translation>Make the bag…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>One file with records, photos, the hazard ledger, the clause map of GB/T 33000 and ISO 45001, and the stretch of the journal that vouches for it. It opens in this program without network and hub, and can't be changed.</source>
            <translation>One file with records, photos, the hazard ledger, the clause map of GB/T 33000 and ISO 45001, and the stretch of the journal that vouches for it. It opens in this program without network and hub, and can't be changed.</translation>
        </message>
        <message>
            <source>Zones (none ticked: all)</source>
            <translation>Zones (none ticked: all)</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>Zones</translation>
        </message>
        <message>
            <source>About {size}: {hazards} hazards, {rounds} inspections, {alerts} alerts, {entries} entries, {photos} photos</source>
            <translation>About {size}: {hazards} hazards, {rounds} inspections, {alerts} alerts, {entries} entries, {photos} photos</translation>
        </message>
        <message numerus="yes">
            <source>%n of the photos are still at the hub; they are fetched while the bag is made.</source>
            <translation>
                <numerusform>%n of the photos is still at the hub; it is fetched while the bag is made.</numerusform>
                <numerusform>%n of the photos are still at the hub; they are fetched while the bag is made.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the photos are not on this computer and will be missing: the hub is out of reach.</source>
            <translation>
                <numerusform>%n of the photos is not on this computer and will be missing: the hub is out of reach.</numerusform>
                <numerusform>%n of the photos are not on this computer and will be missing: the hub is out of reach.</numerusform>
            </translation>
        </message>
        <message>
            <source>The journal on this computer begins on {day}; older entries can be fetched on the journal page.</source>
            <translation>The journal on this computer begins on {day}; older entries can be fetched on the journal page.</translation>
        </message>
        <message>
            <source>Save the audit bag</source>
            <translation>Save the audit bag</translation>
        </message>
        <message>
            <source>{file} is made, {size}. Seal {seal}…</source>
            <translation>{file} is made, {size}. Seal {seal}…</translation>
        </message>
        <message numerus="yes">
            <source>%n photos could not be had and are missing.</source>
            <translation>
                <numerusform>%n photo could not be had and is missing.</numerusform>
                <numerusform>%n photos could not be had and are missing.</numerusform>
            </translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>The file could not be written: {why}</translation>
        </message>
    </context>
    <context>
        <name>Beginning</name>
        <message>
            <source>Begin with what comes nearest; every block can be changed afterwards.</source>
            <translation>Begin with what comes nearest; every block can be changed afterwards.</translation>
        </message>
        <message>
            <source>The rule in one line</source>
            <translation>The rule in one line</translation>
        </message>
        <message>
            <source>e.g. compressor temperature above 90 for 15 min</source>
            <translation>e.g. compressor temperature above 90 for 15 min</translation>
        </message>
        <message>
            <source>Go on with what was not saved</source>
            <translation>Go on with what was not saved</translation>
        </message>
        <message>
            <source>An empty rule</source>
            <translation>An empty rule</translation>
        </message>
    </context>
    <context>
        <name>BlankDialog</name>
        <message>
            <source>Blank labels</source>
            <translation>Blank labels</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>How many</translation>
        </message>
        <message>
            <source>Each has a code and no zone yet. Put it up, scan it with a phone, sign in and choose the zone: from then on it is that zone's label. A team leader, the safety office or whoever answers for the zone can do so, also without a network.</source>
            <translation>Each has a code and no zone yet. Put it up, scan it with a phone, sign in and choose the zone: from then on it is that zone's label. A team leader, the safety office or whoever answers for the zone can do so, also without a network.</translation>
        </message>
        <message>
            <source>on {paper}</source>
            <translation>on {paper}</translation>
        </message>
        <message>
            <source>Where to…</source>
            <translation>Where to…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message numerus="yes">
            <source>%n blank labels hang nowhere yet</source>
            <translation>
                <numerusform>%n blank label hangs nowhere yet</numerusform>
                <numerusform>%n blank labels hang nowhere yet</numerusform>
            </translation>
        </message>
        <message>
            <source>printed {day}</source>
            <translation>printed {day}</translation>
        </message>
        <message>
            <source>Lost: revoke</source>
            <translation>Lost: revoke</translation>
        </message>
    </context>
    <context>
        <name>BlockMenu</name>
        <message>
            <source>Duplicate (Ctrl+D)</source>
            <translation>Duplicate (Ctrl+D)</translation>
        </message>
        <message>
            <source>Move up (Alt+↑)</source>
            <translation>Move up (Alt+↑)</translation>
        </message>
        <message>
            <source>Move down (Alt+↓)</source>
            <translation>Move down (Alt+↓)</translation>
        </message>
        <message>
            <source>Put within: {joint}</source>
            <translation>Put within: {joint}</translation>
        </message>
        <message>
            <source>Take the parts out</source>
            <translation>Take the parts out</translation>
        </message>
        <message>
            <source>Make it: {joint}</source>
            <translation>Make it: {joint}</translation>
        </message>
        <message>
            <source>Remove (Del)</source>
            <translation>Remove (Del)</translation>
        </message>
    </context>
    <context>
        <name>BlockPalette</name>
        <message>
            <source>Blocks to choose from</source>
            <translation>Blocks to choose from</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>The day before</source>
            <translation>The day before</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>The day after</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>One plan</source>
            <translation>One plan</translation>
        </message>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
    </context>
    <context>
        <name>BookBar</name>
        <message>
            <source>Save as Excel…</source>
            <translation>Save as Excel…</translation>
        </message>
    </context>
    <context>
        <name>BoundsDialog</name>
        <message>
            <source>LEC (D)</source>
            <translation>LEC (D)</translation>
        </message>
        <message>
            <source>LS, JHA and SCL (R)</source>
            <translation>LS, JHA and SCL (R)</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>The usual ones</source>
            <translation>The usual ones</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>They hold from now on, for all risk points. Earlier ones stay in the journal with their dates.</source>
            <translation>They hold from now on, for all risk points. Earlier ones stay in the journal with their dates.</translation>
        </message>
        <message numerus="yes">
            <source>%n risk points would get another level.</source>
            <translation>
                <numerusform>%n risk point would get another level.</numerusform>
                <numerusform>%n risk points would get another level.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Bringing</name>
        <message>
            <source>Bringing the plant to this computer…</source>
            <translation>Bringing the plant to this computer…</translation>
        </message>
    </context>
    <context>
        <name>BrokerCard</name>
        <message>
            <source>No process of the hub looks after the sensors now; their readings wait at the broker.</source>
            <translation>No process of the hub looks after the sensors now; their readings wait at the broker.</translation>
        </message>
        <message>
            <source>The hub does not reach the broker: {why}</source>
            <translation>The hub does not reach the broker: {why}</translation>
        </message>
        <message>
            <source>The hub is connected to the broker.</source>
            <translation>The hub is connected to the broker.</translation>
        </message>
        <message numerus="yes">
            <source>%n readings since it started, the last {when}.</source>
            <translation>
                <numerusform>%n reading since it started, the last {when}.</numerusform>
                <numerusform>%n readings since it started, the last {when}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not taken lately: {sensor}. {why}</source>
            <translation>Not taken lately: {sensor}. {why}</translation>
        </message>
    </context>
    <context>
        <name>ByHandForm</name>
        <message>
            <source>Points below 0 are taken. Somebody else has to approve it, who is not the one it is for.</source>
            <translation>Points below 0 are taken. Somebody else has to approve it, who is not the one it is for.</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>Propose</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Proposed; it waits for the EHS manager.</source>
            <translation>Proposed; it waits for the EHS manager.</translation>
        </message>
    </context>
    <context>
        <name>ByHandList</name>
        <message>
            <source>Choose somebody in the ranking to propose points by hand. Somebody else approves it.</source>
            <translation>Choose somebody in the ranking to propose points by hand. Somebody else approves it.</translation>
        </message>
        <message>
            <source>Nothing was proposed by hand</source>
            <translation>Nothing was proposed by hand</translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
    </context>
    <context>
        <name>Canvas</name>
        <message>
            <source>The rule, block by block</source>
            <translation>The rule, block by block</translation>
        </message>
        <message>
            <source>Drag a condition here, or press one at the left.</source>
            <translation>Drag a condition here, or press one at the left.</translation>
        </message>
        <message>
            <source>If</source>
            <translation>If</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>Then</translation>
        </message>
        <message>
            <source>Drag here what is to be done, such as an alert.</source>
            <translation>Drag here what is to be done, such as an alert.</translation>
        </message>
        <message>
            <source>Drag conditions in here.</source>
            <translation>Drag conditions in here.</translation>
        </message>
    </context>
    <context>
        <name>Cards</name>
        <message>
            <source>none before</source>
            <translation>none before</translation>
        </message>
        <message>
            <source>{change} · before {was}</source>
            <translation>{change} · before {was}</translation>
        </message>
    </context>
    <context>
        <name>CardsPart</name>
        <message>
            <source>Show the cards</source>
            <translation>Show the cards</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>No card is theirs.</source>
            <translation>No card is theirs.</translation>
        </message>
        <message>
            <source>The card opens nothing in their name any more.</source>
            <translation>The card opens nothing in their name any more.</translation>
        </message>
    </context>
    <context>
        <name>CategoryCard</name>
        <message>
            <source>In hours. Where both are given, the shorter one of category and zone class holds.</source>
            <translation>In hours. Where both are given, the shorter one of category and zone class holds.</translation>
        </message>
        <message>
            <source>Save the times</source>
            <translation>Save the times</translation>
        </message>
        <message>
            <source>as the zone's class</source>
            <translation>as the zone's class</translation>
        </message>
        <message>
            <source>{category}: please give {least} to {most} hours.</source>
            <translation>{category}: please give {least} to {most} hours.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>CellPanel</name>
        <message>
            <source>Row {n}</source>
            <translation>Row {n}</translation>
        </message>
        <message numerus="yes">
            <source>Next to mend (%n)</source>
            <translation>
                <numerusform>Next to mend (%n)</numerusform>
                <numerusform>Next to mend (%n)</numerusform>
            </translation>
        </message>
        <message>
            <source>As it came</source>
            <translation>As it came</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>Put it back as it came</source>
            <translation>Put it back as it came</translation>
        </message>
        <message>
            <source>In its place</source>
            <translation>In its place</translation>
        </message>
        <message numerus="yes">
            <source>In all %n cells that say this</source>
            <translation>
                <numerusform>In the %n cell that says this</numerusform>
                <numerusform>In all %n cells that say this</numerusform>
            </translation>
        </message>
        <message>
            <source>Put it in place</source>
            <translation>Put it in place</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>In the same row</source>
            <translation>In the same row</translation>
        </message>
    </context>
    <context>
        <name>ChangePanel</name>
        <message>
            <source>Send changed</source>
            <translation>Send changed</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>ChannelsCard</name>
        <message>
            <source>Each person is told by the first way that reaches them; when it fails, by the next. SMS and gateways are used for urgent alerts only. E-mail comes last.</source>
            <translation>Each person is told by the first way that reaches them; when it fails, by the next. SMS and gateways are used for urgent alerts only. E-mail comes last.</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>in use</translation>
        </message>
        <message>
            <source>not in use</source>
            <translation>not in use</translation>
        </message>
        <message>
            <source>not set up</source>
            <translation>not set up</translation>
        </message>
        <message>
            <source>Send a test</source>
            <translation>Send a test</translation>
        </message>
        <message>
            <source>Set up…</source>
            <translation>Set up…</translation>
        </message>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>Leave it empty to keep the present one</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>Switch off</translation>
        </message>
        <message>
            <source>Save the channel</source>
            <translation>Save the channel</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Acknowledging by a reply</source>
            <translation>Acknowledging by a reply</translation>
        </message>
        <message>
            <source>So that an alert can be acknowledged by replying in DingTalk, the application gets a robot there that receives messages by HTTP at this address; its secret above is all that is needed. OK acknowledges what waits; where several wait, OK with the number.</source>
            <translation>So that an alert can be acknowledged by replying in DingTalk, the application gets a robot there that receives messages by HTTP at this address; its secret above is all that is needed. OK acknowledges what waits; where several wait, OK with the number.</translation>
        </message>
        <message>
            <source>Address as Apprise writes it, such as tgram://token/chat. It says no more than yes or no</source>
            <translation>Address as Apprise writes it, such as tgram://token/chat. It says no more than yes or no</translation>
        </message>
        <message>
            <source>Token in the robot's address; after a space, its signing secret if it has one</source>
            <translation>Token in the robot's address; after a space, its signing secret if it has one</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>Secret</translation>
        </message>
        <message>
            <source>The channel has been saved.</source>
            <translation>The channel has been saved.</translation>
        </message>
        <message>
            <source>The test message was accepted. Look whether it has arrived.</source>
            <translation>The test message was accepted. Look whether it has arrived.</translation>
        </message>
        <message>
            <source>The test message did not go: {why} {answer}</source>
            <translation>The test message did not go: {why} {answer}</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>Nothing in this period</source>
            <translation>Nothing in this period</translation>
        </message>
        <message>
            <source>Copy as picture</source>
            <translation>Copy as picture</translation>
        </message>
        <message>
            <source>Copy as table</source>
            <translation>Copy as table</translation>
        </message>
        <message>
            <source>Save as Excel…</source>
            <translation>Save as Excel…</translation>
        </message>
    </context>
    <context>
        <name>ChartBook</name>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>Save as Excel</source>
            <translation>Save as Excel</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>The file could not be written: {why}</translation>
        </message>
        <message numerus="yes">
            <source>%n rows saved.</source>
            <translation>
                <numerusform>%n row saved.</numerusform>
                <numerusform>%n rows saved.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CheckAnswers</name>
        <message numerus="yes">
            <source>%n photos</source>
            <translation>
                <numerusform>%n photo</numerusform>
                <numerusform>%n photos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChecklistEditor</name>
        <message>
            <source>Checklists</source>
            <translation>Checklists</translation>
        </message>
        <message>
            <source>What the checklist is called</source>
            <translation>What the checklist is called</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Undo (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Y)</source>
            <translation>Redo (Ctrl+Y)</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>Discard changes</translation>
        </message>
        <message>
            <source>Save as a new version</source>
            <translation>Save as a new version</translation>
        </message>
        <message>
            <source>The chosen item</source>
            <translation>The chosen item</translation>
        </message>
        <message>
            <source>Paste from Excel</source>
            <translation>Paste from Excel</translation>
        </message>
        <message>
            <source>Rows copied in Excel: text, kind, from, to, unit, choices, hint (Ctrl+V)</source>
            <translation>Rows copied in Excel: text, kind, from, to, unit, choices, hint (Ctrl+V)</translation>
        </message>
        <message>
            <source>Items, in their order</source>
            <translation>Items, in their order</translation>
        </message>
        <message>
            <source>On the phone</source>
            <translation>On the phone</translation>
        </message>
        <message>
            <source>Every hazard is asked this beside the rest, on phones and at the desk.</source>
            <translation>Every hazard is asked this beside the rest, on phones and at the desk.</translation>
        </message>
        <message>
            <source>Every check-in is asked this after its checklist, on phones and at the desk.</source>
            <translation>Every check-in is asked this after its checklist, on phones and at the desk.</translation>
        </message>
        <message>
            <source>What was not saved the last time is here again.</source>
            <translation>What was not saved the last time is here again.</translation>
        </message>
        <message>
            <source>Meanwhile version {n} has been made; saving puts yours in its place, and both stay.</source>
            <translation>Meanwhile version {n} has been made; saving puts yours in its place, and both stay.</translation>
        </message>
        <message>
            <source>In use by: {plans}. What was checked by older versions keeps its form.</source>
            <translation>In use by: {plans}. What was checked by older versions keeps its form.</translation>
        </message>
        <message numerus="yes">
            <source>%n items pasted.</source>
            <translation>
                <numerusform>%n item pasted.</numerusform>
                <numerusform>%n items pasted.</numerusform>
            </translation>
        </message>
        <message>
            <source>The changes are discarded.</source>
            <translation>The changes are discarded.</translation>
        </message>
        <message>
            <source>Save the checklist</source>
            <translation>Save the checklist</translation>
        </message>
        <message>
            <source>Save the fields</source>
            <translation>Save the fields</translation>
        </message>
        <message>
            <source>Saved. Phones show it from the next check-in on.</source>
            <translation>Saved. Phones show it from the next check-in on.</translation>
        </message>
        <message>
            <source>Saved. It is asked from the next report on.</source>
            <translation>Saved. It is asked from the next report on.</translation>
        </message>
        <message>
            <source>The checklist needs a name.</source>
            <translation>The checklist needs a name.</translation>
        </message>
        <message>
            <source>Item {n} has no text yet.</source>
            <translation>Item {n} has no text yet.</translation>
        </message>
    </context>
    <context>
        <name>ChecklistPanel</name>
        <message>
            <source>Retired: offered no more.</source>
            <translation>Retired: offered no more.</translation>
        </message>
        <message>
            <source>In use by: {plans}</source>
            <translation>In use by: {plans}</translation>
        </message>
        <message>
            <source>No plan uses it; phones offer it for extra rounds where no plan has a form.</source>
            <translation>No plan uses it; phones offer it for extra rounds where no plan has a form.</translation>
        </message>
        <message numerus="yes">
            <source>%n items</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message>
            <source>Last check-ins</source>
            <translation>Last check-ins</translation>
        </message>
        <message>
            <source>{place} · {when} · version {n}</source>
            <translation>{place} · {when} · version {n}</translation>
        </message>
        <message>
            <source>Nobody has checked in by it yet.</source>
            <translation>Nobody has checked in by it yet.</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>Version {n} · {who} · {when}</source>
            <translation>Version {n} · {who} · {when}</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Show it</translation>
        </message>
        <message>
            <source>Use it again</source>
            <translation>Use it again</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Plans use it; give them another checklist first</source>
            <translation>Plans use it; give them another checklist first</translation>
        </message>
        <message>
            <source>Version {n}, as it was</source>
            <translation>Version {n}, as it was</translation>
        </message>
        <message>
            <source>Go back to this version</source>
            <translation>Go back to this version</translation>
        </message>
        <message>
            <source>Ready checklists</source>
            <translation>Ready checklists</translation>
        </message>
        <message>
            <source>Made for a machining works. Take one, then change what is otherwise in your plant.</source>
            <translation>Made for a machining works. Take one, then change what is otherwise in your plant.</translation>
        </message>
        <message>
            <source>Make mine</source>
            <translation>Make mine</translation>
        </message>
        <message>
            <source>'{name}' is one of your checklists now.</source>
            <translation>'{name}' is one of your checklists now.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>It is again as version {n} was.</source>
            <translation>It is again as version {n} was.</translation>
        </message>
        <message>
            <source>The checklist is retired.</source>
            <translation>The checklist is retired.</translation>
        </message>
        <message>
            <source>The checklist is offered again.</source>
            <translation>The checklist is offered again.</translation>
        </message>
    </context>
    <context>
        <name>Checklists</name>
        <message>
            <source>version {n}</source>
            <translation>version {n}</translation>
        </message>
        <message>
            <source>'{before}' is now '{text}'</source>
            <translation>'{before}' is now '{text}'</translation>
        </message>
        <message>
            <source>Called '{text}', before '{before}'</source>
            <translation>Called '{text}', before '{before}'</translation>
        </message>
        <message>
            <source>New: {text}</source>
            <translation>New: {text}</translation>
        </message>
        <message>
            <source>Gone: {text}</source>
            <translation>Gone: {text}</translation>
        </message>
        <message>
            <source>Asked otherwise: {text}</source>
            <translation>Asked otherwise: {text}</translation>
        </message>
        <message>
            <source>Moved: {text}</source>
            <translation>Moved: {text}</translation>
        </message>
    </context>
    <context>
        <name>ChecklistsPage</name>
        <message>
            <source>New checklist</source>
            <translation>New checklist</translation>
        </message>
        <message>
            <source>Ready checklists</source>
            <translation>Ready checklists</translation>
        </message>
        <message>
            <source>Extra fields of hazards</source>
            <translation>Extra fields of hazards</translation>
        </message>
        <message>
            <source>Extra fields of inspections</source>
            <translation>Extra fields of inspections</translation>
        </message>
        <message>
            <source>Also retired ones</source>
            <translation>Also retired ones</translation>
        </message>
        <message>
            <source>A checklist says what is looked at on a round. Take a ready one, or make your own.</source>
            <translation>A checklist says what is looked at on a round. Take a ready one, or make your own.</translation>
        </message>
        <message>
            <source>No checklists yet</source>
            <translation>No checklists yet</translation>
        </message>
        <message>
            <source>Extra fields</source>
            <translation>Extra fields</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Go on with it</translation>
        </message>
        <message>
            <source>A new checklist was begun and is not saved yet.</source>
            <translation>A new checklist was begun and is not saved yet.</translation>
        </message>
        <message numerus="yes">
            <source>%n checklists</source>
            <translation>
                <numerusform>%n checklist</numerusform>
                <numerusform>%n checklists</numerusform>
            </translation>
        </message>
        <message>
            <source>retired</source>
            <translation>retired</translation>
        </message>
        <message>
            <source>changes not saved</source>
            <translation>changes not saved</translation>
        </message>
        <message>
            <source>For what</source>
            <translation>For what</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Used by plans</source>
            <translation>Used by plans</translation>
        </message>
    </context>
    <context>
        <name>Chips</name>
        <message>
            <source>{status}: bring these zones forward</source>
            <translation>{status}: bring these zones forward</translation>
        </message>
    </context>
    <context>
        <name>CodesDialog</name>
        <message>
            <source>Accident codes</source>
            <translation>Accident codes</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>Edition</translation>
        </message>
        <message>
            <source>In force from, e.g. 2026-12-31</source>
            <translation>In force from, e.g. 2026-12-31</translation>
        </message>
        <message>
            <source>checked against the published text</source>
            <translation>checked against the published text</translation>
        </message>
        <message>
            <source>Only what is checked is printed, from the day from which it holds.</source>
            <translation>Only what is checked is printed, from the day from which it holds.</translation>
        </message>
        <message>
            <source>Save the edition</source>
            <translation>Save the edition</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Type here</source>
            <translation>Type here</translation>
        </message>
        <message>
            <source>Code in the edition</source>
            <translation>Code in the edition</translation>
        </message>
        <message>
            <source>Name in the edition</source>
            <translation>Name in the edition</translation>
        </message>
        <message>
            <source>Other editions</source>
            <translation>Other editions</translation>
        </message>
        <message>
            <source>A day is written like 2026-12-31.</source>
            <translation>A day is written like 2026-12-31.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>Colouring</name>
        <message>
            <source>Live status</source>
            <translation>Live status</translation>
        </message>
        <message>
            <source>Colours say how things stand now (L)</source>
            <translation>Colours say how things stand now (L)</translation>
        </message>
        <message>
            <source>Four colours</source>
            <translation>Four colours</translation>
        </message>
        <message>
            <source>Colours say how great the risk is (L)</source>
            <translation>Colours say how great the risk is (L)</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Both</translation>
        </message>
        <message>
            <source>Colours say the risk, hatching the status (L)</source>
            <translation>Colours say the risk, hatching the status (L)</translation>
        </message>
    </context>
    <context>
        <name>ColumnsPanel</name>
        <message>
            <source>Columns</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>Still needed: {fields}. Say which column has it.</source>
            <translation>Still needed: {fields}. Say which column has it.</translation>
        </message>
        <message>
            <source>Kept for every workbook with the same headings.</source>
            <translation>Kept for every workbook with the same headings.</translation>
        </message>
        <message>
            <source>not used</source>
            <translation>not used</translation>
        </message>
    </context>
    <context>
        <name>CompanyPanel</name>
        <message>
            <source>New contractor</source>
            <translation>New contractor</translation>
        </message>
        <message>
            <source>Add the contractor</source>
            <translation>Add the contractor</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>Nobody yet</translation>
        </message>
        <message>
            <source>On the black list: {reason}</source>
            <translation>On the black list: {reason}</translation>
        </message>
        <message>
            <source>Qualifications and insurance</source>
            <translation>Qualifications and insurance</translation>
        </message>
        <message>
            <source>valid until {day}</source>
            <translation>valid until {day}</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>None yet.</source>
            <translation>None yet.</translation>
        </message>
        <message>
            <source>Add the paper</source>
            <translation>Add the paper</translation>
        </message>
        <message>
            <source>Score {score} of 100</source>
            <translation>Score {score} of 100</translation>
        </message>
        <message>
            <source>General hazards: {general} · major: {major} · work stopped: {stopped}</source>
            <translation>General hazards: {general} · major: {major} · work stopped: {stopped}</translation>
        </message>
        <message>
            <source>Hazard</source>
            <translation>Hazard</translation>
        </message>
        <message>
            <source>A hazard that it caused…</source>
            <translation>A hazard that it caused…</translation>
        </message>
        <message>
            <source>Attribute</source>
            <translation>Attribute</translation>
        </message>
        <message>
            <source>Save details</source>
            <translation>Save details</translation>
        </message>
        <message>
            <source>Take off the black list…</source>
            <translation>Take off the black list…</translation>
        </message>
        <message>
            <source>Black list…</source>
            <translation>Black list…</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>The contractor has been added.</source>
            <translation>The contractor has been added.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>The paper has been added.</source>
            <translation>The paper has been added.</translation>
        </message>
        <message>
            <source>The paper has been withdrawn.</source>
            <translation>The paper has been withdrawn.</translation>
        </message>
        <message>
            <source>The hazard counts against its score.</source>
            <translation>The hazard counts against its score.</translation>
        </message>
        <message>
            <source>Serious breach of safety rules</source>
            <translation>Serious breach of safety rules</translation>
        </message>
        <message>
            <source>Concealed an incident</source>
            <translation>Concealed an incident</translation>
        </message>
        <message>
            <source>False papers</source>
            <translation>False papers</translation>
        </message>
        <message>
            <source>Put right and checked</source>
            <translation>Put right and checked</translation>
        </message>
        <message>
            <source>Take off the black list</source>
            <translation>Take off the black list</translation>
        </message>
        <message>
            <source>Put on the black list</source>
            <translation>Put on the black list</translation>
        </message>
        <message>
            <source>From now on: no permits, no inductions.</source>
            <translation>From now on: no permits, no inductions.</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>Done.</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>Compare two moments</source>
            <translation>Compare two moments</translation>
        </message>
        <message>
            <source>Reading the journal…</source>
            <translation>Reading the journal…</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>Left moment</source>
            <translation>Left moment</translation>
        </message>
        <message>
            <source>Right moment</source>
            <translation>Right moment</translation>
        </message>
        <message>
            <source>What differs, the worst first</source>
            <translation>What differs, the worst first</translation>
        </message>
        <message>
            <source>−1 day</source>
            <translation>−1 day</translation>
        </message>
        <message>
            <source>−1 week</source>
            <translation>−1 week</translation>
        </message>
        <message>
            <source>−1 month</source>
            <translation>−1 month</translation>
        </message>
        <message>
            <source>−1 year</source>
            <translation>−1 year</translation>
        </message>
        <message>
            <source>{floor}: {before} beside {after}. Zones that differ: {n}.</source>
            <translation>{floor}: {before} beside {after}. Zones that differ: {n}.</translation>
        </message>
        <message>
            <source>now</source>
            <translation>now</translation>
        </message>
        <message>
            <source>So long before the moment on the right</source>
            <translation>So long before the moment on the right</translation>
        </message>
        <message>
            <source>The journal on this computer begins later: {moment}</source>
            <translation>The journal on this computer begins later: {moment}</translation>
        </message>
        <message>
            <source>Nothing differs between these two moments.</source>
            <translation>Nothing differs between these two moments.</translation>
        </message>
        <message>
            <source>new zone, {status}</source>
            <translation>new zone, {status}</translation>
        </message>
        <message>
            <source>zone no longer there, was {status}</source>
            <translation>zone no longer there, was {status}</translation>
        </message>
        <message>
            <source>open hazards {before} → {after} ({new} new, {settled} settled)</source>
            <translation>open hazards {before} → {after} ({new} new, {settled} settled)</translation>
        </message>
        <message>
            <source>sensors beyond their limits {before} → {after}</source>
            <translation>sensors beyond their limits {before} → {after}</translation>
        </message>
        <message>
            <source>renamed, was {name}</source>
            <translation>renamed, was {name}</translation>
        </message>
        <message>
            <source>reshaped</source>
            <translation>reshaped</translation>
        </message>
    </context>
    <context>
        <name>CompareSide</name>
        <message>
            <source>This floor was not in use then.</source>
            <translation>This floor was not in use then.</translation>
        </message>
    </context>
    <context>
        <name>ComparedOutlines</name>
        <message>
            <source>No such zone now: the dashed line is yours</source>
            <translation>No such zone now: the dashed line is yours</translation>
        </message>
    </context>
    <context>
        <name>ComparedPhotos</name>
        <message>
            <source>Before, then</source>
            <translation>Before, then</translation>
        </message>
        <message>
            <source>Before, now</source>
            <translation>Before, now</translation>
        </message>
        <message>
            <source>After, then</source>
            <translation>After, then</translation>
        </message>
        <message>
            <source>After, now</source>
            <translation>After, now</translation>
        </message>
        <message>
            <source>looked at {when}</source>
            <translation>looked at {when}</translation>
        </message>
    </context>
    <context>
        <name>ConflictBar</name>
        <message>
            <source>Do again</source>
            <translation>Do again</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>Let go</translation>
        </message>
        <message>
            <source>Decide after all</source>
            <translation>Decide after all</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Previous</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Approve again</source>
            <translation>Approve again</translation>
        </message>
        <message>
            <source>Return instead…</source>
            <translation>Return instead…</translation>
        </message>
    </context>
    <context>
        <name>ConflictList</name>
        <message>
            <source>Conflicts</source>
            <translation>Conflicts</translation>
        </message>
    </context>
    <context>
        <name>Conflicts</name>
        <message>
            <source>Your roles do not allow this any more: let it go.</source>
            <translation>Your roles do not allow this any more: let it go.</translation>
        </message>
        <message>
            <source>Only the hub can do this, and it cannot be reached now.</source>
            <translation>Only the hub can do this, and it cannot be reached now.</translation>
        </message>
        <message>
            <source>Not as it was: {why}</source>
            <translation>Not as it was: {why}</translation>
        </message>
        <message>
            <source>Other consoles send theirs again by themselves; phones do not.</source>
            <translation>Other consoles send theirs again by themselves; phones do not.</translation>
        </message>
        <message>
            <source>Done again, it is sent anew in your name, on what is so now.</source>
            <translation>Done again, it is sent anew in your name, on what is so now.</translation>
        </message>
        <message>
            <source>It no longer waits for a review: {state}.</source>
            <translation>It no longer waits for a review: {state}.</translation>
        </message>
        <message>
            <source>You have decided about it again; the hub has yet to answer.</source>
            <translation>You have decided about it again; the hub has yet to answer.</translation>
        </message>
        <message>
            <source>This review is no longer yours: let it go.</source>
            <translation>This review is no longer yours: let it go.</translation>
        </message>
        <message>
            <source>Look at all the photos that are there now first.</source>
            <translation>Look at all the photos that are there now first.</translation>
        </message>
        <message>
            <source>Approves the photos at the right. The hub decides whether it is the first review.</source>
            <translation>Approves the photos at the right. The hub decides whether it is the first review.</translation>
        </message>
        <message>
            <source>Approves the photos at the right. It is closed once the hub has confirmed this.</source>
            <translation>Approves the photos at the right. It is closed once the hub has confirmed this.</translation>
        </message>
        <message>
            <source>{now} (the other name is taken)</source>
            <translation>{now} (the other name is taken)</translation>
        </message>
        <message>
            <source>Done again</source>
            <translation>Done again</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>Let go</translation>
        </message>
        <message>
            <source>The hub has it by now</source>
            <translation>The hub has it by now</translation>
        </message>
        <message>
            <source>The name is taken</source>
            <translation>The name is taken</translation>
        </message>
        <message>
            <source>The employee number is taken</source>
            <translation>The employee number is taken</translation>
        </message>
        <message>
            <source>It has moved on</source>
            <translation>It has moved on</translation>
        </message>
        <message>
            <source>The zone is no longer in use</source>
            <translation>The zone is no longer in use</translation>
        </message>
        <message>
            <source>The person has left</source>
            <translation>The person has left</translation>
        </message>
        <message>
            <source>Not yours to review</source>
            <translation>Not yours to review</translation>
        </message>
        <message>
            <source>The second review is for another</source>
            <translation>The second review is for another</translation>
        </message>
        <message>
            <source>Your role does not allow it</source>
            <translation>Your role does not allow it</translation>
        </message>
        <message>
            <source>It lies partly on another zone</source>
            <translation>It lies partly on another zone</translation>
        </message>
        <message>
            <source>Lost when the hub was restored</source>
            <translation>Lost when the hub was restored</translation>
        </message>
        <message>
            <source>The photos have been replaced</source>
            <translation>The photos have been replaced</translation>
        </message>
        <message>
            <source>Its outline was changed by somebody else</source>
            <translation>Its outline was changed by somebody else</translation>
        </message>
        <message>
            <source>Things had changed</source>
            <translation>Things had changed</translation>
        </message>
        <message>
            <source>The photo after the fix was replaced, so your approval did not count. Look again.</source>
            <translation>The photo after the fix was replaced, so your approval did not count. Look again.</translation>
        </message>
        <message>
            <source>The photo before was replaced, so your approval did not count. Look again.</source>
            <translation>The photo before was replaced, so your approval did not count. Look again.</translation>
        </message>
        <message>
            <source>Somebody else changed the outline before yours arrived, so yours did not count. Look at both.</source>
            <translation>Somebody else changed the outline before yours arrived, so yours did not count. Look at both.</translation>
        </message>
        <message>
            <source>It is as you saw it then.</source>
            <translation>It is as you saw it then.</translation>
        </message>
        <message>
            <source>Photo after the fix: replaced</source>
            <translation>Photo after the fix: replaced</translation>
        </message>
        <message>
            <source>Photo before: replaced</source>
            <translation>Photo before: replaced</translation>
        </message>
        <message>
            <source>Fixed by: {then} → {now}</source>
            <translation>Fixed by: {then} → {now}</translation>
        </message>
        <message>
            <source>State: {then} → {now}</source>
            <translation>State: {then} → {now}</translation>
        </message>
        <message>
            <source>Outline: changed by somebody else</source>
            <translation>Outline: changed by somebody else</translation>
        </message>
        <message>
            <source>Lies partly on {zone}</source>
            <translation>Lies partly on {zone}</translation>
        </message>
        <message>
            <source>Taken by {what}</source>
            <translation>Taken by {what}</translation>
        </message>
        <message>
            <source>It is now: {state}</source>
            <translation>It is now: {state}</translation>
        </message>
        <message>
            <source>It is no longer in use</source>
            <translation>It is no longer in use</translation>
        </message>
        <message>
            <source>This person has left</source>
            <translation>This person has left</translation>
        </message>
        <message>
            <source>in review</source>
            <translation>in review</translation>
        </message>
    </context>
    <context>
        <name>ConflictsPage</name>
        <message>
            <source>Nothing to decide</source>
            <translation>Nothing to decide</translation>
        </message>
        <message>
            <source>No conflicts</source>
            <translation>No conflicts</translation>
        </message>
        <message>
            <source>What you do without the hub counts once it has reached it. If something had changed by then, your work comes here with what you saw and what is so now, and you decide. Nothing is overwritten in silence.</source>
            <translation>What you do without the hub counts once it has reached it. If something had changed by then, your work comes here with what you saw and what is so now, and you decide. Nothing is overwritten in silence.</translation>
        </message>
        <message>
            <source>to decide {n}</source>
            <translation>to decide {n}</translation>
        </message>
        <message>
            <source>settled {n}</source>
            <translation>settled {n}</translation>
        </message>
        <message>
            <source>None has been settled yet.</source>
            <translation>None has been settled yet.</translation>
        </message>
        <message>
            <source>Nothing waits for you here.</source>
            <translation>Nothing waits for you here.</translation>
        </message>
    </context>
    <context>
        <name>ConnectSteps</name>
        <message>
            <source>Address of the plant</source>
            <translation>Address of the plant</translation>
        </message>
        <message>
            <source>Application and secret</source>
            <translation>Application and secret</translation>
        </message>
        <message>
            <source>Hub's internet address</source>
            <translation>Hub's internet address</translation>
        </message>
        <message>
            <source>Who signs in</source>
            <translation>Who signs in</translation>
        </message>
        <message>
            <source>Directory of people</source>
            <translation>Directory of people</translation>
        </message>
        <message>
            <source>Switch it on</source>
            <translation>Switch it on</translation>
        </message>
        <message>
            <source>Phones, and WeCom itself, come to this plant by one address. It must begin with https:// and be one that WeCom accepts: a domain of your company.</source>
            <translation>Phones, and WeCom itself, come to this plant by one address. It must begin with https:// and be one that WeCom accepts: a domain of your company.</translation>
        </message>
        <message>
            <source>In WeCom's administration, make an application of your own. The company's ID stands under 'My company', agent ID and secret stand on the application's page.</source>
            <translation>In WeCom's administration, make an application of your own. The company's ID stands under 'My company', agent ID and secret stand on the application's page.</translation>
        </message>
        <message>
            <source>On the application's page, under 'Trusted IPs of the company', enter the internet address of this hub. If you do not know it, try this step: WeCom says which one it was asked from.</source>
            <translation>On the application's page, under 'Trusted IPs of the company', enter the internet address of this hub. If you do not know it, try this step: WeCom says which one it was asked from.</translation>
        </message>
        <message>
            <source>On the application's page, under 'Web authorisation and JS-SDK', enter this as the trusted domain and have it verified:</source>
            <translation>On the application's page, under 'Web authorisation and JS-SDK', enter this as the trusted domain and have it verified:</translation>
        </message>
        <message>
            <source>On the application's page, widen the visible range to all departments that work here: whom the application does not see can neither sign in by WeCom nor be compared.</source>
            <translation>On the application's page, widen the visible range to all departments that work here: whom the application does not see can neither sign in by WeCom nor be compared.</translation>
        </message>
        <message>
            <source>Phones, and DingTalk itself, come to this plant by one address. It must begin with https://.</source>
            <translation>Phones, and DingTalk itself, come to this plant by one address. It must begin with https://.</translation>
        </message>
        <message>
            <source>On DingTalk's open platform, make an application of your own. AppKey (client ID), AppSecret and agent ID stand on the application's page.</source>
            <translation>On DingTalk's open platform, make an application of your own. AppKey (client ID), AppSecret and agent ID stand on the application's page.</translation>
        </message>
        <message>
            <source>On the application's page, under 'Server egress IPs', enter the internet address of this hub. If you do not know it, try this step: DingTalk says which one it was asked from.</source>
            <translation>On the application's page, under 'Server egress IPs', enter the internet address of this hub. If you do not know it, try this step: DingTalk says which one it was asked from.</translation>
        </message>
        <message>
            <source>On the application's page, under 'Sign-in and sharing', enter this as the address to come back to, and ask for the right to read the signed-in person's own record:</source>
            <translation>On the application's page, under 'Sign-in and sharing', enter this as the address to come back to, and ask for the right to read the signed-in person's own record:</translation>
        </message>
        <message>
            <source>On the application's page, under 'Rights', ask for reading departments and reading members of the directory, and let the range be the whole company.</source>
            <translation>On the application's page, under 'Rights', ask for reading departments and reading members of the directory, and let the range be the whole company.</translation>
        </message>
    </context>
    <context>
        <name>ConnectWindow</name>
        <message>
            <source>Set up {provider}</source>
            <translation>Set up {provider}</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>Switch off</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Switch on signing in</source>
            <translation>Switch on signing in</translation>
        </message>
        <message>
            <source>Save and try</source>
            <translation>Save and try</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Next step</translation>
        </message>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>Leave it empty to keep the present one</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>Secret</translation>
        </message>
        <message>
            <source>Then sign in once yourself: only that shows whether everything fits.</source>
            <translation>Then sign in once yourself: only that shows whether everything fits.</translation>
        </message>
        <message>
            <source>QR code of the address for signing in</source>
            <translation>QR code of the address for signing in</translation>
        </message>
        <message>
            <source>People may sign in by it now.</source>
            <translation>People may sign in by it now.</translation>
        </message>
    </context>
    <context>
        <name>ConnectorsCard</name>
        <message>
            <source>A gateway or another program sends readings as JSON lines or CSV to this address, with the key as a bearer token.</source>
            <translation>A gateway or another program sends readings as JSON lines or CSV to this address, with the key as a bearer token.</translation>
        </message>
        <message>
            <source>Prometheus or another monitoring system reads figures of the hub from this address, with the key as a bearer token. No names are in them.</source>
            <translation>Prometheus or another monitoring system reads figures of the hub from this address, with the key as a bearer token. No names are in them.</translation>
        </message>
        <message>
            <source>So that an alert can be acknowledged by replying in WeCom, this address and two keys are entered there, under 'Receive messages' of the application. OK acknowledges what waits; where several wait, OK with the number.</source>
            <translation>So that an alert can be acknowledged by replying in WeCom, this address and two keys are entered there, under 'Receive messages' of the application. OK acknowledges what waits; where several wait, OK with the number.</translation>
        </message>
        <message>
            <source>Copy the key</source>
            <translation>Copy the key</translation>
        </message>
        <message>
            <source>Make a new key…</source>
            <translation>Make a new key…</translation>
        </message>
        <message>
            <source>Make a key</source>
            <translation>Make a key</translation>
        </message>
        <message>
            <source>A key was made {when}.</source>
            <translation>A key was made {when}.</translation>
        </message>
        <message>
            <source>There is no key yet.</source>
            <translation>There is no key yet.</translation>
        </message>
        <message>
            <source>Whatever uses the present key is let in no more. Press again to do it.</source>
            <translation>Whatever uses the present key is let in no more. Press again to do it.</translation>
        </message>
        <message>
            <source>Make the new key now</source>
            <translation>Make the new key now</translation>
        </message>
        <message>
            <source>This is the key. It is shown this once: copy it to where it is needed.</source>
            <translation>This is the key. It is shown this once: copy it to where it is needed.</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Copied.</translation>
        </message>
    </context>
    <context>
        <name>ConsoleCard</name>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Entries kept</source>
            <translation>Entries kept</translation>
        </message>
        <message>
            <source>The hub keeps all entries. Older ones can be fetched on the journal page.</source>
            <translation>The hub keeps all entries. Older ones can be fetched on the journal page.</translation>
        </message>
        <message>
            <source>Sign out and close</source>
            <translation>Sign out and close</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>Signed in</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>Hub</translation>
        </message>
        <message>
            <source>This computer has no keyring: the sign-in is kept in a file that only your account can read. Don't leave it signed in where others use your account.</source>
            <translation>This computer has no keyring: the sign-in is kept in a file that only your account can read. Don't leave it signed in where others use your account.</translation>
        </message>
        <message>
            <source>Something still waits to be sent under your name.</source>
            <translation>Something still waits to be sent under your name.</translation>
        </message>
        <message numerus="yes">
            <source>%n months</source>
            <translation>
                <numerusform>%n month</numerusform>
                <numerusform>%n months</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Contractors</name>
        <message>
            <source>black-listed</source>
            <translation>black-listed</translation>
        </message>
        <message>
            <source>has ended</source>
            <translation>has ended</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>missing</translation>
        </message>
        <message>
            <source>ends soon</source>
            <translation>ends soon</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>in order</translation>
        </message>
        <message>
            <source>Its papers</source>
            <translation>Its papers</translation>
        </message>
        <message>
            <source>First paper ends</source>
            <translation>First paper ends</translation>
        </message>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Permits now</source>
            <translation>Permits now</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>Hazards</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>Induction</source>
            <translation>Induction</translation>
        </message>
        <message>
            <source>By the doors</source>
            <translation>By the doors</translation>
        </message>
        <message>
            <source>Badge</source>
            <translation>Badge</translation>
        </message>
        <message>
            <source>made</source>
            <translation>made</translation>
        </message>
    </context>
    <context>
        <name>ContractorsPage</name>
        <message>
            <source>New permit</source>
            <translation>New permit</translation>
        </message>
        <message>
            <source>Add a contractor</source>
            <translation>Add a contractor</translation>
        </message>
        <message>
            <source>Record a contractor's person</source>
            <translation>Record a contractor's person</translation>
        </message>
        <message>
            <source>Permit forms</source>
            <translation>Permit forms</translation>
        </message>
        <message>
            <source>Figures about contractors</source>
            <translation>Figures about contractors</translation>
        </message>
        <message>
            <source>Permits</source>
            <translation>Permits</translation>
        </message>
        <message>
            <source>Companies</source>
            <translation>Companies</translation>
        </message>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Ended, too</source>
            <translation>Ended, too</translation>
        </message>
        <message>
            <source>Hot work, confined spaces, work at height: who applies on the phone or here is seen here.</source>
            <translation>Hot work, confined spaces, work at height: who applies on the phone or here is seen here.</translation>
        </message>
        <message>
            <source>Companies with their qualifications and insurance; what ends soon stands first.</source>
            <translation>Companies with their qualifications and insurance; what ends soon stands first.</translation>
        </message>
        <message>
            <source>Who comes for which company, with induction and badge.</source>
            <translation>Who comes for which company, with induction and badge.</translation>
        </message>
        <message>
            <source>No work permits today</source>
            <translation>No work permits today</translation>
        </message>
        <message>
            <source>No contractors yet</source>
            <translation>No contractors yet</translation>
        </message>
        <message>
            <source>No people of contractors yet</source>
            <translation>No people of contractors yet</translation>
        </message>
        <message>
            <source>alive, or ended today</source>
            <translation>alive, or ended today</translation>
        </message>
        <message numerus="yes">
            <source>%n at work now</source>
            <translation>
                <numerusform>%n at work now</numerusform>
                <numerusform>%n at work now</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n companies</source>
            <translation>
                <numerusform>%n company</numerusform>
                <numerusform>%n companies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n papers or inductions have ended or end soon</source>
            <translation>
                <numerusform>%n paper or induction has ended or ends soon</numerusform>
                <numerusform>%n papers or inductions have ended or end soon</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them on the site</source>
            <translation>
                <numerusform>%n of them on the site</numerusform>
                <numerusform>%n of them on the site</numerusform>
            </translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>Waits for</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>Saved as {file}.</translation>
        </message>
    </context>
    <context>
        <name>CornersDialog</name>
        <message>
            <source>Corners of '{zone}'</source>
            <translation>Corners of '{zone}'</translation>
        </message>
        <message>
            <source>Corners in metres</source>
            <translation>Corners in metres</translation>
        </message>
        <message>
            <source>x (m)</source>
            <translation>x (m)</translation>
        </message>
        <message>
            <source>y (m)</source>
            <translation>y (m)</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Metres from the lower left corner of the drawing.</source>
            <translation>Metres from the lower left corner of the drawing.</translation>
        </message>
        <message>
            <source>Add corner</source>
            <translation>Add corner</translation>
        </message>
        <message>
            <source>Remove corner</source>
            <translation>Remove corner</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Corner {n} is no pair of numbers such as 12.5.</source>
            <translation>Corner {n} is no pair of numbers such as 12.5.</translation>
        </message>
    </context>
    <context>
        <name>Correcting</name>
        <message>
            <source>Measure…</source>
            <translation>Measure…</translation>
        </message>
        <message>
            <source>Print as it is</source>
            <translation>Print as it is</translation>
        </message>
        <message>
            <source>Print the ruler page, lay a ruler on it, and type what you measure: A and B from the paper's edges to the lines, C and D how long the lines are.</source>
            <translation>Print the ruler page, lay a ruler on it, and type what you measure: A and B from the paper's edges to the lines, C and D how long the lines are.</translation>
        </message>
        <message>
            <source>Print the ruler page</source>
            <translation>Print the ruler page</translation>
        </message>
        <message>
            <source>Keep the measures</source>
            <translation>Keep the measures</translation>
        </message>
        <message>
            <source>Corrected for this printer and paper: {x} mm right, {y} mm down, {scale} %</source>
            <translation>Corrected for this printer and paper: {x} mm right, {y} mm down, {scale} %</translation>
        </message>
        <message>
            <source>Nothing is corrected for this printer and paper.</source>
            <translation>Nothing is corrected for this printer and paper.</translation>
        </message>
        <message>
            <source>ruler</source>
            <translation>ruler</translation>
        </message>
    </context>
    <context>
        <name>CountPart</name>
        <message>
            <source>{size} counted {counted}, {expected} in the book: {pieces} (¥{value})</source>
            <translation>{size} counted {counted}, {expected} in the book: {pieces} (¥{value})</translation>
        </message>
        <message>
            <source>It waits for somebody of the safety office who has not counted.</source>
            <translation>It waits for somebody of the safety office who has not counted.</translation>
        </message>
        <message>
            <source>Why not, if it is declined</source>
            <translation>Why not, if it is declined</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Decline</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>Please say why.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>Courses</name>
        <message>
            <source>New course</source>
            <translation>New course</translation>
        </message>
        <message>
            <source>The course is there.</source>
            <translation>The course is there.</translation>
        </message>
        <message>
            <source>{hours} h of teaching</source>
            <translation>{hours} h of teaching</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>Record training…</source>
            <translation>Record training…</translation>
        </message>
        <message>
            <source>The course is retired.</source>
            <translation>The course is retired.</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>What it is learnt from</source>
            <translation>What it is learnt from</translation>
        </message>
        <message>
            <source>Picture {n}</source>
            <translation>Picture {n}</translation>
        </message>
        <message>
            <source>Nothing yet.</source>
            <translation>Nothing yet.</translation>
        </message>
        <message>
            <source>Set links and pictures…</source>
            <translation>Set links and pictures…</translation>
        </message>
        <message numerus="yes">
            <source>%n questions</source>
            <translation>
                <numerusform>%n question</numerusform>
                <numerusform>%n questions</numerusform>
            </translation>
        </message>
        <message>
            <source>A test asks {n}: there are fewer in the bank.</source>
            <translation>A test asks {n}: there are fewer in the bank.</translation>
        </message>
        <message>
            <source>Add a question…</source>
            <translation>Add a question…</translation>
        </message>
        <message>
            <source>Take the ready ones</source>
            <translation>Take the ready ones</translation>
        </message>
        <message>
            <source>The question is retired.</source>
            <translation>The question is retired.</translation>
        </message>
        <message>
            <source>The course is changed.</source>
            <translation>The course is changed.</translation>
        </message>
        <message>
            <source>Record training</source>
            <translation>Record training</translation>
        </message>
        <message>
            <source>It is recorded.</source>
            <translation>It is recorded.</translation>
        </message>
        <message>
            <source>Pictures that stay</source>
            <translation>Pictures that stay</translation>
        </message>
        <message>
            <source>Pictures and pages, as photos</source>
            <translation>Pictures and pages, as photos</translation>
        </message>
        <message>
            <source>Choices, one a line; a * before each right one</source>
            <translation>Choices, one a line; a * before each right one</translation>
        </message>
        <message>
            <source>One a line: the title, a blank, the address (https://…)</source>
            <translation>One a line: the title, a blank, the address (https://…)</translation>
        </message>
        <message>
            <source>The materials are kept.</source>
            <translation>The materials are kept.</translation>
        </message>
        <message>
            <source>New question</source>
            <translation>New question</translation>
        </message>
        <message>
            <source>The question is there.</source>
            <translation>The question is there.</translation>
        </message>
        <message numerus="yes">
            <source>%n questions have been added.</source>
            <translation>
                <numerusform>%n question has been added.</numerusform>
                <numerusform>%n questions have been added.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>The post asks for it from now on.</source>
            <translation>The post asks for it from now on.</translation>
        </message>
        <message>
            <source>New post</source>
            <translation>New post</translation>
        </message>
        <message>
            <source>The post is there.</source>
            <translation>The post is there.</translation>
        </message>
        <message>
            <source>Who is {post}?</source>
            <translation>Who is {post}?</translation>
        </message>
        <message>
            <source>The post is given.</source>
            <translation>The post is given.</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Posts</translation>
        </message>
        <message>
            <source>asks for nothing yet</source>
            <translation>asks for nothing yet</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Who…</source>
            <translation>Who…</translation>
        </message>
        <message>
            <source>New post…</source>
            <translation>New post…</translation>
        </message>
        <message>
            <source>Good for</source>
            <translation>Good for</translation>
        </message>
        <message>
            <source>Asked / there</source>
            <translation>Asked / there</translation>
        </message>
        <message>
            <source>Posts that ask for it</source>
            <translation>Posts that ask for it</translation>
        </message>
        <message>
            <source>Hold it</source>
            <translation>Hold it</translation>
        </message>
    </context>
    <context>
        <name>DataCard</name>
        <message>
            <source>Export everything…</source>
            <translation>Export everything…</translation>
        </message>
        <message>
            <source>Cancel the export</source>
            <translation>Cancel the export</translation>
        </message>
        <message>
            <source>The data are yours. One archive holds all of it in formats that other programs read: tables as CSV, plans as GeoJSON, photos, the journal as SQLite, and a page that says what each file is. A new plant can be made of it without loss (anhuan import everything). It holds personal data: who exports and why is recorded.</source>
            <translation>The data are yours. One archive holds all of it in formats that other programs read: tables as CSV, plans as GeoJSON, photos, the journal as SQLite, and a page that says what each file is. A new plant can be made of it without loss (anhuan import everything). It holds personal data: who exports and why is recorded.</translation>
        </message>
        <message>
            <source>Save to this computer…</source>
            <translation>Save to this computer…</translation>
        </message>
        <message>
            <source>Remove it</source>
            <translation>Remove it</translation>
        </message>
        <message>
            <source>A copy of our own</source>
            <translation>A copy of our own</translation>
        </message>
        <message>
            <source>An authority asks for it</source>
            <translation>An authority asks for it</translation>
        </message>
        <message>
            <source>For another system</source>
            <translation>For another system</translation>
        </message>
        <message>
            <source>The archive holds names, phone numbers and where people went. Why is it needed?</source>
            <translation>The archive holds names, phone numbers and where people went. Why is it needed?</translation>
        </message>
        <message>
            <source>Export everything</source>
            <translation>Export everything</translation>
        </message>
        <message>
            <source>Export it</source>
            <translation>Export it</translation>
        </message>
        <message>
            <source>Save to this computer</source>
            <translation>Save to this computer</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>Saved: {file}</translation>
        </message>
        <message>
            <source>It was not saved: {why}</source>
            <translation>It was not saved: {why}</translation>
        </message>
    </context>
    <context>
        <name>DaysDialog</name>
        <message>
            <source>Which days?</source>
            <translation>Which days?</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>Deciding</name>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Done again, not yet confirmed.</source>
            <translation>Done again, not yet confirmed.</translation>
        </message>
        <message>
            <source>Sent changed, not yet confirmed.</source>
            <translation>Sent changed, not yet confirmed.</translation>
        </message>
        <message>
            <source>Let go. Nothing was changed.</source>
            <translation>Let go. Nothing was changed.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Done: the hub has confirmed it.</source>
            <translation>Done: the hub has confirmed it.</translation>
        </message>
    </context>
    <context>
        <name>DecisionBar</name>
        <message>
            <source>Approve first review</source>
            <translation>Approve first review</translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>Return…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Previous</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Side by side</translation>
        </message>
        <message>
            <source>Wipe</source>
            <translation>Wipe</translation>
        </message>
        <message>
            <source>Blink</source>
            <translation>Blink</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Difference</translation>
        </message>
        <message>
            <source>Turn both photos</source>
            <translation>Turn both photos</translation>
        </message>
        <message>
            <source>Find this photo elsewhere</source>
            <translation>Find this photo elsewhere</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Back to the list</translation>
        </message>
        <message>
            <source>Approve second review</source>
            <translation>Approve second review</translation>
        </message>
        <message>
            <source>Kept here. It counts once the hub has confirmed it.</source>
            <translation>Kept here. It counts once the hub has confirmed it.</translation>
        </message>
        <message>
            <source>Nothing to review: it is not fixed yet, or already settled.</source>
            <translation>Nothing to review: it is not fixed yet, or already settled.</translation>
        </message>
        <message>
            <source>{who} fixed it and may not review it.</source>
            <translation>{who} fixed it and may not review it.</translation>
        </message>
        <message>
            <source>This review is not yours.</source>
            <translation>This review is not yours.</translation>
        </message>
        <message>
            <source>It is closed only once the hub has confirmed this.</source>
            <translation>It is closed only once the hub has confirmed this.</translation>
        </message>
        <message>
            <source>{one} passed it first, {other} fixed it: neither may.</source>
            <translation>{one} passed it first, {other} fixed it: neither may.</translation>
        </message>
        <message>
            <source>Not closed by this, and nobody can do the second review.</source>
            <translation>Not closed by this, and nobody can do the second review.</translation>
        </message>
        <message>
            <source>Not closed by this: class A needs {who} as second.</source>
            <translation>Not closed by this: class A needs {who} as second.</translation>
        </message>
        <message>
            <source>Not closed by this: the second review is with {who}.</source>
            <translation>Not closed by this: the second review is with {who}.</translation>
        </message>
    </context>
    <context>
        <name>DecisionPanel</name>
        <message>
            <source>{name}: {points} points</source>
            <translation>{name}: {points} points</translation>
        </message>
        <message>
            <source>Proposed by {name}, {when}</source>
            <translation>Proposed by {name}, {when}</translation>
        </message>
        <message>
            <source>The EHS manager decides.</source>
            <translation>The EHS manager decides.</translation>
        </message>
        <message>
            <source>Somebody else has to decide: neither who proposed it nor whom it is for.</source>
            <translation>Somebody else has to decide: neither who proposed it nor whom it is for.</translation>
        </message>
        <message>
            <source>Why not, if it is declined</source>
            <translation>Why not, if it is declined</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Decline</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>Please say why.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>DesignDialog</name>
        <message>
            <source>Earlier</source>
            <translation>Earlier</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>Without</translation>
        </message>
        <message>
            <source>Blocks: tick them, drag them into order</source>
            <translation>Blocks: tick them, drag them into order</translation>
        </message>
        <message>
            <source>Only these zones (none ticked: all)</source>
            <translation>Only these zones (none ticked: all)</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Look again</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>being drawn…</source>
            <translation>being drawn…</translation>
        </message>
        <message>
            <source>{page} of {pages}</source>
            <translation>{page} of {pages}</translation>
        </message>
        <message>
            <source>This is no picture that can be read: {why}</source>
            <translation>This is no picture that can be read: {why}</translation>
        </message>
        <message>
            <source>Another logo…</source>
            <translation>Another logo…</translation>
        </message>
        <message>
            <source>Add a logo…</source>
            <translation>Add a logo…</translation>
        </message>
        <message>
            <source>Please give the report a name.</source>
            <translation>Please give the report a name.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>Detail</name>
        <message>
            <source>The present</source>
            <translation>The present</translation>
        </message>
        <message>
            <source>The present · {what}</source>
            <translation>The present · {what}</translation>
        </message>
        <message>
            <source>My outline · {when}</source>
            <translation>My outline · {when}</translation>
        </message>
        <message>
            <source>My basis · {when}</source>
            <translation>My basis · {when}</translation>
        </message>
        <message>
            <source>What {who} wanted · {when}</source>
            <translation>What {who} wanted · {when}</translation>
        </message>
        <message>
            <source>Not counted</source>
            <translation>Not counted</translation>
        </message>
    </context>
    <context>
        <name>DevicePanel</name>
        <message>
            <source>New door device</source>
            <translation>New door device</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>Leave it empty to keep the present one</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message numerus="yes">
            <source>%n events are missing; they are asked for.</source>
            <translation>
                <numerusform>%n event is missing; it is asked for.</numerusform>
                <numerusform>%n events are missing; they are asked for.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n events were no passages, the last with the code {code}.</source>
            <translation>
                <numerusform>%n event was no passage; its code is {code}.</numerusform>
                <numerusform>%n events were no passages, the last with the code {code}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages could not be read.</source>
            <translation>
                <numerusform>%n message could not be read.</numerusform>
                <numerusform>%n messages could not be read.</numerusform>
            </translation>
        </message>
        <message>
            <source>Where its readers lead</source>
            <translation>Where its readers lead</translation>
        </message>
        <message>
            <source>into {zone}</source>
            <translation>into {zone}</translation>
        </message>
        <message>
            <source>out of {zone}</source>
            <translation>out of {zone}</translation>
        </message>
        <message>
            <source>Door {door}, reader {reader}</source>
            <translation>Door {door}, reader {reader}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Door</source>
            <translation>Door</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Reader</translation>
        </message>
        <message>
            <source>goes in</source>
            <translation>goes in</translation>
        </message>
        <message>
            <source>goes out</source>
            <translation>goes out</translation>
        </message>
        <message>
            <source>Add this reader</source>
            <translation>Add this reader</translation>
        </message>
        <message>
            <source>Where it pushes to</source>
            <translation>Where it pushes to</translation>
        </message>
        <message>
            <source>Enter the address in the device's HTTP listening settings. It is a secret, and shown this once.</source>
            <translation>Enter the address in the device's HTTP listening settings. It is a secret, and shown this once.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Make a push address</source>
            <translation>Make a push address</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Copied.</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>The device has been added. Now its password, and where its readers lead.</source>
            <translation>The device has been added. Now its password, and where its readers lead.</translation>
        </message>
        <message>
            <source>The device has been saved.</source>
            <translation>The device has been saved.</translation>
        </message>
        <message>
            <source>Being asked…</source>
            <translation>Being asked…</translation>
        </message>
        <message>
            <source>The device has been retired.</source>
            <translation>The device has been retired.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>DevicesCard</name>
        <message>
            <source>Pair a computer…</source>
            <translation>Pair a computer…</translation>
        </message>
        <message>
            <source>Each has a copy of the plant and works without the hub. Revoke one that is lost.</source>
            <translation>Each has a copy of the plant and works without the hub. Revoke one that is lost.</translation>
        </message>
        <message>
            <source>None has been paired yet.</source>
            <translation>None has been paired yet.</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>this computer</translation>
        </message>
        <message>
            <source>{who}, since {when}</source>
            <translation>{who}, since {when}</translation>
        </message>
        <message>
            <source>Revoked {when} by {who}: {why}</source>
            <translation>Revoked {when} by {who}: {why}</translation>
        </message>
        <message>
            <source>Revoke…</source>
            <translation>Revoke…</translation>
        </message>
        <message>
            <source>The laptop is lost</source>
            <translation>The laptop is lost</translation>
        </message>
        <message>
            <source>It was given away</source>
            <translation>It was given away</translation>
        </message>
        <message>
            <source>Its user has left</source>
            <translation>Its user has left</translation>
        </message>
        <message>
            <source>Nothing is taken from it any more and it gets nothing. What was not sent stays on it.</source>
            <translation>Nothing is taken from it any more and it gets nothing. What was not sent stays on it.</translation>
        </message>
        <message>
            <source>Revoke the computer</source>
            <translation>Revoke the computer</translation>
        </message>
        <message>
            <source>Shut it out</source>
            <translation>Shut it out</translation>
        </message>
        <message>
            <source>The computer has been revoked.</source>
            <translation>The computer has been revoked.</translation>
        </message>
    </context>
    <context>
        <name>DevicesView</name>
        <message>
            <source>Add a device</source>
            <translation>Add a device</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Devices</translation>
        </message>
        <message>
            <source>Unknown cards</source>
            <translation>Unknown cards</translation>
        </message>
        <message>
            <source>Rows not taken</source>
            <translation>Rows not taken</translation>
        </message>
        <message>
            <source>Everybody is known</source>
            <translation>Everybody is known</translation>
        </message>
        <message>
            <source>A card that nobody here is known by is kept, and stands here until somebody says whose it is.</source>
            <translation>A card that nobody here is known by is kept, and stands here until somebody says whose it is.</translation>
        </message>
        <message>
            <source>Every row was taken</source>
            <translation>Every row was taken</translation>
        </message>
        <message>
            <source>What a door system or the MES sent and could not be taken stands here with why.</source>
            <translation>What a door system or the MES sent and could not be taken stands here with why.</translation>
        </message>
        <message>
            <source>Terminals at doors are asked over the network, or push what they see. Files can be taken, too.</source>
            <translation>Terminals at doors are asked over the network, or push what they see. Files can be taken, too.</translation>
        </message>
        <message>
            <source>No door devices yet</source>
            <translation>No door devices yet</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>locked</translation>
        </message>
        <message>
            <source>wrong password</source>
            <translation>wrong password</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>not reached</translation>
        </message>
        <message>
            <source>does not answer well</source>
            <translation>does not answer well</translation>
        </message>
        <message>
            <source>pushes</source>
            <translation>pushes</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Heard</source>
            <translation>Heard</translation>
        </message>
        <message>
            <source>Last event</source>
            <translation>Last event</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>Card</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Reader</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>Came</translation>
        </message>
        <message>
            <source>Feed</source>
            <translation>Feed</translation>
        </message>
        <message>
            <source>Why it was not taken</source>
            <translation>Why it was not taken</translation>
        </message>
    </context>
    <context>
        <name>Difference</name>
        <message>
            <source>The difference</source>
            <translation>The difference</translation>
        </message>
        <message>
            <source>What happened meanwhile</source>
            <translation>What happened meanwhile</translation>
        </message>
        <message>
            <source>Nothing that this console knows of.</source>
            <translation>Nothing that this console knows of.</translation>
        </message>
    </context>
    <context>
        <name>DirectoryCard</name>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>The hub reads the directory of WeCom or DingTalk each day and tells those who look after people what would change. Nothing changes before somebody has ticked it on the page People; where many are missing at once it asks.</source>
            <translation>The hub reads the directory of WeCom or DingTalk each day and tells those who look after people what would change. Nothing changes before somebody has ticked it on the page People; where many are missing at once it asks.</translation>
        </message>
        <message>
            <source>not read by itself</source>
            <translation>not read by itself</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>DirectoryWindow</name>
        <message>
            <source>Compare with {provider}</source>
            <translation>Compare with {provider}</translation>
        </message>
        <message>
            <source>They have really left: the directory is whole</source>
            <translation>They have really left: the directory is whole</translation>
        </message>
        <message>
            <source>Open work of those who leave goes to</source>
            <translation>Open work of those who leave goes to</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Read again</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>What changes</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Before → after</source>
            <translation>Before → after</translation>
        </message>
        <message>
            <source>The hub is being asked…</source>
            <translation>The hub is being asked…</translation>
        </message>
        <message>
            <source>The directory of {provider} is being read…</source>
            <translation>The directory of {provider} is being read…</translation>
        </message>
        <message>
            <source>Carry out</source>
            <translation>Carry out</translation>
        </message>
        <message>
            <source>{missing} of {known} people are missing there at once. May the application see all of it?</source>
            <translation>{missing} of {known} people are missing there at once. May the application see all of it?</translation>
        </message>
        <message>
            <source>{said} · read {when}</source>
            <translation>{said} · read {when}</translation>
        </message>
        <message>
            <source>Both say the same: there is nothing to change.</source>
            <translation>Both say the same: there is nothing to change.</translation>
        </message>
        <message numerus="yes">
            <source>%n changes</source>
            <translation>
                <numerusform>%n change</numerusform>
                <numerusform>%n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to be settled by you</source>
            <translation>
                <numerusform>%n to be settled by you</numerusform>
                <numerusform>%n to be settled by you</numerusform>
            </translation>
        </message>
        <message>
            <source>nobody: it stays with them</source>
            <translation>nobody: it stays with them</translation>
        </message>
        <message numerus="yes">
            <source>Carry out %n changes</source>
            <translation>
                <numerusform>Carry out %n change</numerusform>
                <numerusform>Carry out %n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes are being carried out…</source>
            <translation>
                <numerusform>%n change is being carried out…</numerusform>
                <numerusform>%n changes are being carried out…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes carried out.</source>
            <translation>
                <numerusform>%n change carried out.</numerusform>
                <numerusform>%n changes carried out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Dispatch</name>
        <message>
            <source>everything</source>
            <translation>everything</translation>
        </message>
        <message>
            <source>switched off</source>
            <translation>switched off</translation>
        </message>
        <message>
            <source>Switched off: it is passed over.</source>
            <translation>Switched off: it is passed over.</translation>
        </message>
        <message numerus="yes">
            <source>%n hazards in the last 90 days</source>
            <translation>
                <numerusform>%n hazard in the last 90 days</numerusform>
                <numerusform>%n hazards in the last 90 days</numerusform>
            </translation>
        </message>
        <message>
            <source>Never reached: all that fits it goes along route {routes} before.</source>
            <translation>Never reached: all that fits it goes along route {routes} before.</translation>
        </message>
        <message>
            <source>Never reached: nobody is there to take it.</source>
            <translation>Never reached: nobody is there to take it.</translation>
        </message>
        <message>
            <source>Never reached: nothing in the plant fits it, or no team is there for it.</source>
            <translation>Never reached: nothing in the plant fits it, or no team is there for it.</translation>
        </message>
        <message>
            <source>away, and nobody stands in</source>
            <translation>away, and nobody stands in</translation>
        </message>
        <message>
            <source>nobody is there to take it</source>
            <translation>nobody is there to take it</translation>
        </message>
        <message>
            <source>another category</source>
            <translation>another category</translation>
        </message>
        <message>
            <source>another zone class</source>
            <translation>another zone class</translation>
        </message>
        <message>
            <source>another zone</source>
            <translation>another zone</translation>
        </message>
        <message>
            <source>other equipment</source>
            <translation>other equipment</translation>
        </message>
        <message>
            <source>another shift</source>
            <translation>another shift</translation>
        </message>
    </context>
    <context>
        <name>DispatchPage</name>
        <message>
            <source>Add a route</source>
            <translation>Add a route</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>The first route that fits is taken. Drag them into another order, or use Alt with the arrows.</source>
            <translation>The first route that fits is taken. Drag them into another order, or use Alt with the arrows.</translation>
        </message>
        <message>
            <source>Without a route, hazards go to the supervisor of their zone, else to the EHS manager.</source>
            <translation>Without a route, hazards go to the supervisor of their zone, else to the EHS manager.</translation>
        </message>
        <message>
            <source>No routes</source>
            <translation>No routes</translation>
        </message>
        <message>
            <source>The order has been changed.</source>
            <translation>The order has been changed.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>Documents</name>
        <message>
            <source>Documents</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>The document is retired.</source>
            <translation>The document is retired.</translation>
        </message>
        <message>
            <source>No documents yet.</source>
            <translation>No documents yet.</translation>
        </message>
        <message>
            <source>Add a PDF…</source>
            <translation>Add a PDF…</translation>
        </message>
        <message numerus="yes">
            <source>%n pages</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a PDF file</source>
            <translation>Choose a PDF file</translation>
        </message>
        <message>
            <source>The file is being read…</source>
            <translation>The file is being read…</translation>
        </message>
        <message>
            <source>The document is there; phones can open it.</source>
            <translation>The document is there; phones can open it.</translation>
        </message>
        <message>
            <source>The document is being fetched…</source>
            <translation>The document is being fetched…</translation>
        </message>
        <message>
            <source>The document is not here, and the hub cannot be reached. Try again when it can.</source>
            <translation>The document is not here, and the hub cannot be reached. Try again when it can.</translation>
        </message>
        <message>
            <source>No program on this computer opens PDF files. It is here: {file}</source>
            <translation>No program on this computer opens PDF files. It is here: {file}</translation>
        </message>
        <message>
            <source>Limits of documents</source>
            <translation>Limits of documents</translation>
        </message>
        <message>
            <source>The limits hold from now on.</source>
            <translation>The limits hold from now on.</translation>
        </message>
    </context>
    <context>
        <name>DoorsView</name>
        <message>
            <source>Days</source>
            <translation>Days</translation>
        </message>
        <message numerus="yes">
            <source>last %n days</source>
            <translation>
                <numerusform>last %n day</numerusform>
                <numerusform>last %n days</numerusform>
            </translation>
        </message>
        <message>
            <source>Say what zones ask for; doors then tell who went in without. Contractors need their induction anywhere.</source>
            <translation>Say what zones ask for; doors then tell who went in without. Contractors need their induction anywhere.</translation>
        </message>
        <message>
            <source>Nobody went in without what a zone asks for</source>
            <translation>Nobody went in without what a zone asks for</translation>
        </message>
        <message>
            <source>What zones ask for</source>
            <translation>What zones ask for</translation>
        </message>
        <message>
            <source>Team or company</source>
            <translation>Team or company</translation>
        </message>
        <message>
            <source>What was lacking</source>
            <translation>What was lacking</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Times</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>Last</translation>
        </message>
        <message numerus="yes">
            <source>%n people went in without</source>
            <translation>
                <numerusform>%n person went in without</numerusform>
                <numerusform>%n people went in without</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DoubtPanel</name>
        <message numerus="yes">
            <source>%n points rest on it now</source>
            <translation>
                <numerusform>%n point rests on it now</numerusform>
                <numerusform>%n points rest on it now</numerusform>
            </translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Look</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>The safety office decides.</source>
            <translation>The safety office decides.</translation>
        </message>
        <message>
            <source>It is about yourself: somebody else has to decide.</source>
            <translation>It is about yourself: somebody else has to decide.</translation>
        </message>
        <message>
            <source>Another EHS manager may decide it otherwise.</source>
            <translation>Another EHS manager may decide it otherwise.</translation>
        </message>
        <message>
            <source>What you found: they will read it</source>
            <translation>What you found: they will read it</translation>
        </message>
        <message>
            <source>Take the points back</source>
            <translation>Take the points back</translation>
        </message>
        <message>
            <source>It was not in order</source>
            <translation>It was not in order</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>Please say why.</translation>
        </message>
        <message>
            <source>Decided.</source>
            <translation>Decided.</translation>
        </message>
    </context>
    <context>
        <name>DoubtRulesPanel</name>
        <message>
            <source>Rules of doubts and re-checks</source>
            <translation>Rules of doubts and re-checks</translation>
        </message>
        <message>
            <source>A doubt accuses nobody: it puts what looks odd before a person. Which ones are re-checked comes from the hub's key.</source>
            <translation>A doubt accuses nobody: it puts what looks odd before a person. Which ones are re-checked comes from the hub's key.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>DoubtsView</name>
        <message>
            <source>Doubts</source>
            <translation>Doubts</translation>
        </message>
        <message>
            <source>Random re-checks</source>
            <translation>Random re-checks</translation>
        </message>
        <message>
            <source>Photos used before, one hazard reported as several, rings, check-ins from the past: what looks odd comes here by itself, with what it rests on. Nobody loses a point before a person has decided.</source>
            <translation>Photos used before, one hazard reported as several, rings, check-ins from the past: what looks odd comes here by itself, with what it rests on. Nobody loses a point before a person has decided.</translation>
        </message>
        <message>
            <source>Of what earns points a share is drawn at random, and somebody who had no part looks again.</source>
            <translation>Of what earns points a share is drawn at random, and somebody who had no part looks again.</translation>
        </message>
        <message>
            <source>Nothing looks odd</source>
            <translation>Nothing looks odd</translation>
        </message>
        <message>
            <source>Nothing was drawn yet</source>
            <translation>Nothing was drawn yet</translation>
        </message>
        <message>
            <source>Rules…</source>
            <translation>Rules…</translation>
        </message>
        <message numerus="yes">
            <source>Looked at: the last %n days</source>
            <translation>
                <numerusform>Looked at: the last day</numerusform>
                <numerusform>Looked at: the last %n days</numerusform>
            </translation>
        </message>
        <message>
            <source>{percent} % are drawn, nobody can foresee which</source>
            <translation>{percent} % are drawn, nobody can foresee which</translation>
        </message>
        <message>
            <source>Points at stake</source>
            <translation>Points at stake</translation>
        </message>
    </context>
    <context>
        <name>DragRows</name>
        <message>
            <source>Add a line</source>
            <translation>Add a line</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Up</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Down</translation>
        </message>
        <message>
            <source>Take this line away</source>
            <translation>Take this line away</translation>
        </message>
        <message>
            <source>Drag lines into their order; choose one to change it.</source>
            <translation>Drag lines into their order; choose one to change it.</translation>
        </message>
    </context>
    <context>
        <name>DrillCard</name>
        <message>
            <source>Save the drill</source>
            <translation>Save the drill</translation>
        </message>
        <message>
            <source>A message goes the whole way of a critical alert to one person on duty, each time another one, and says that it is a drill. It is answered within 30 minutes, or the EHS manager hears of it.</source>
            <translation>A message goes the whole way of a critical alert to one person on duty, each time another one, and says that it is a drill. It is answered within 30 minutes, or the EHS manager hears of it.</translation>
        </message>
        <message>
            <source>never</source>
            <translation>never</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>DrillYear</name>
        <message>
            <source>The year before</source>
            <translation>The year before</translation>
        </message>
        <message>
            <source>The year after</source>
            <translation>The year after</translation>
        </message>
        <message>
            <source>All drills</source>
            <translation>All drills</translation>
        </message>
        <message numerus="yes">
            <source>Month {month}: %n drills</source>
            <translation>
                <numerusform>Month {month}: %n drill</numerusform>
                <numerusform>Month {month}: %n drills</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Drills</name>
        <message>
            <source>Drills of alerts</source>
            <translation>Drills of alerts</translation>
        </message>
        <message>
            <source>Once a week, or when you begin one, a message goes to somebody on duty the way of an alert.</source>
            <translation>Once a week, or when you begin one, a message goes to somebody on duty the way of an alert.</translation>
        </message>
        <message>
            <source>No drill yet</source>
            <translation>No drill yet</translation>
        </message>
        <message>
            <source>Begin a drill now</source>
            <translation>Begin a drill now</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Day, time and who it goes to are set under Settings. Where nobody answers within 30 minutes, the EHS manager is told.</source>
            <translation>Day, time and who it goes to are set under Settings. Where nobody answers within 30 minutes, the EHS manager is told.</translation>
        </message>
        <message numerus="yes">
            <source>acknowledged within %n min</source>
            <translation>
                <numerusform>acknowledged within %n min</numerusform>
                <numerusform>acknowledged within %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>too late, after %n min</source>
            <translation>
                <numerusform>too late, after %n min</numerusform>
                <numerusform>too late, after %n min</numerusform>
            </translation>
        </message>
        <message>
            <source>nobody was on duty</source>
            <translation>nobody was on duty</translation>
        </message>
        <message>
            <source>nobody has answered</source>
            <translation>nobody has answered</translation>
        </message>
        <message>
            <source>waits for an answer</source>
            <translation>waits for an answer</translation>
        </message>
        <message>
            <source>weekly</source>
            <translation>weekly</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Result</translation>
        </message>
    </context>
    <context>
        <name>DueToday</name>
        <message numerus="yes">
            <source>%n alerts wait for an answer</source>
            <translation>
                <numerusform>%n alert waits for an answer</numerusform>
                <numerusform>%n alerts wait for an answer</numerusform>
            </translation>
        </message>
        <message>
            <source>me</source>
            <translation>me</translation>
        </message>
        <message>
            <source>to answer</source>
            <translation>to answer</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>A drill of alerts waits for your answer</source>
            <translation>A drill of alerts waits for your answer</translation>
        </message>
        <message numerus="yes">
            <source>%n redemptions to approve</source>
            <translation>
                <numerusform>%n redemption to approve</numerusform>
                <numerusform>%n redemptions to approve</numerusform>
            </translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approve</translation>
        </message>
        <message numerus="yes">
            <source>%n proposals of points to decide</source>
            <translation>
                <numerusform>%n proposal of points to decide</numerusform>
                <numerusform>%n proposals of points to decide</numerusform>
            </translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Decide</translation>
        </message>
        <message numerus="yes">
            <source>%n stock counts to decide</source>
            <translation>
                <numerusform>%n stock count to decide</numerusform>
                <numerusform>%n stock counts to decide</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n random re-checks for you</source>
            <translation>
                <numerusform>%n random re-check for you</numerusform>
                <numerusform>%n random re-checks for you</numerusform>
            </translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Look</translation>
        </message>
        <message numerus="yes">
            <source>%n doubts about points to decide</source>
            <translation>
                <numerusform>%n doubt about points to decide</numerusform>
                <numerusform>%n doubts about points to decide</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n drills to evaluate</source>
            <translation>
                <numerusform>%n drill to evaluate</numerusform>
                <numerusform>%n drills to evaluate</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n drills to hold</source>
            <translation>
                <numerusform>%n drill to hold</numerusform>
                <numerusform>%n drills to hold</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message numerus="yes">
            <source>%n of your trainings or certificates are due</source>
            <translation>
                <numerusform>%n of your trainings or certificates is due</numerusform>
                <numerusform>%n of your trainings or certificates are due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing or over</source>
            <translation>
                <numerusform>%n missing or over</numerusform>
                <numerusform>%n missing or over</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Earlier</name>
        <message>
            <source>Nothing has been brought in yet.</source>
            <translation>Nothing has been brought in yet.</translation>
        </message>
        <message>
            <source>What was kept back…</source>
            <translation>What was kept back…</translation>
        </message>
        <message>
            <source>Take it back…</source>
            <translation>Take it back…</translation>
        </message>
        <message numerus="yes">
            <source>%n rows came in</source>
            <translation>
                <numerusform>%n row came in</numerusform>
                <numerusform>%n rows came in</numerusform>
            </translation>
        </message>
        <message>
            <source>{came} of {all}</source>
            <translation>{came} of {all}</translation>
        </message>
        <message numerus="yes">
            <source>taken back; %n stay, as they have been worked on since</source>
            <translation>
                <numerusform>taken back; %n stays, as it has been worked on since</numerusform>
                <numerusform>taken back; %n stay, as they have been worked on since</numerusform>
            </translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>taken back</translation>
        </message>
    </context>
    <context>
        <name>EarningRules</name>
        <message>
            <source>Nothing in the last 30 days</source>
            <translation>Nothing in the last 30 days</translation>
        </message>
        <message numerus="yes">
            <source>%n points</source>
            <translation>
                <numerusform>%n point</numerusform>
                <numerusform>%n points</numerusform>
            </translation>
        </message>
        <message>
            <source>{times} times in the last 30 days: {points}</source>
            <translation>{times} times in the last 30 days: {points}</translation>
        </message>
    </context>
    <context>
        <name>EditBar</name>
        <message>
            <source>Select</source>
            <translation>Select</translation>
        </message>
        <message>
            <source>Select, move, reshape (V)</source>
            <translation>Select, move, reshape (V)</translation>
        </message>
        <message>
            <source>Rectangle</source>
            <translation>Rectangle</translation>
        </message>
        <message>
            <source>Drag from corner to corner (R)</source>
            <translation>Drag from corner to corner (R)</translation>
        </message>
        <message>
            <source>Polygon</source>
            <translation>Polygon</translation>
        </message>
        <message>
            <source>Click the corners; Enter closes (P)</source>
            <translation>Click the corners; Enter closes (P)</translation>
        </message>
        <message>
            <source>Things</source>
            <translation>Things</translation>
        </message>
        <message>
            <source>Put equipment, sensors, doors on the plan (T)</source>
            <translation>Put equipment, sensors, doors on the plan (T)</translation>
        </message>
        <message>
            <source>Take from the drawing</source>
            <translation>Take from the drawing</translation>
        </message>
        <message>
            <source>Rooms found in the drawing</source>
            <translation>Rooms found in the drawing</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Take the last change back (Ctrl+Z)</source>
            <translation>Take the last change back (Ctrl+Z)</translation>
        </message>
    </context>
    <context>
        <name>Editing</name>
        <message>
            <source>Saved: {zone}</source>
            <translation>Saved: {zone}</translation>
        </message>
        <message>
            <source>Outline changed: {zone}</source>
            <translation>Outline changed: {zone}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Report a hazard here</source>
            <translation>Report a hazard here</translation>
        </message>
        <message>
            <source>Show the whole floor</source>
            <translation>Show the whole floor</translation>
        </message>
        <message>
            <source>Draw a line across the zone: drag, or click its two ends. Esc gives up.</source>
            <translation>Draw a line across the zone: drag, or click its two ends. Esc gives up.</translation>
        </message>
        <message>
            <source>Split: {zone} and {part}</source>
            <translation>Split: {zone} and {part}</translation>
        </message>
        <message>
            <source>Merged: {part} is now part of {zone}</source>
            <translation>Merged: {part} is now part of {zone}</translation>
        </message>
        <message>
            <source>Copied: {zone}</source>
            <translation>Copied: {zone}</translation>
        </message>
    </context>
    <context>
        <name>ElementForm</name>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Largest letters (pt)</source>
            <translation>Largest letters (pt)</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>Bold</translation>
        </message>
        <message>
            <source>In the middle</source>
            <translation>In the middle</translation>
        </message>
        <message>
            <source>Insert a fact…</source>
            <translation>Insert a fact…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Press something on the label to change it.</source>
            <translation>Press something on the label to change it.</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>Logo</translation>
        </message>
    </context>
    <context>
        <name>EmergencyDialog</name>
        <message>
            <source>In an emergency: {zone}</source>
            <translation>In an emergency: {zone}</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Too long by {n} characters</source>
            <translation>Too long by {n} characters</translation>
        </message>
    </context>
    <context>
        <name>EmergencyPlans</name>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Whole plant</source>
            <translation>Whole plant</translation>
        </message>
        <message>
            <source>all named</source>
            <translation>all named</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Nobody named for</source>
            <translation>Nobody named for</translation>
        </message>
        <message>
            <source>Last drill</source>
            <translation>Last drill</translation>
        </message>
        <message>
            <source>version {n}</source>
            <translation>version {n}</translation>
        </message>
        <message>
            <source>nobody named</source>
            <translation>nobody named</translation>
        </message>
        <message>
            <source>Revise…</source>
            <translation>Revise…</translation>
        </message>
        <message>
            <source>The plan is retired.</source>
            <translation>The plan is retired.</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>The plan is there; phones find it by the zone's label.</source>
            <translation>The plan is there; phones find it by the zone's label.</translation>
        </message>
        <message>
            <source>New emergency plan</source>
            <translation>New emergency plan</translation>
        </message>
        <message>
            <source>What is done</source>
            <translation>What is done</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Within min</source>
            <translation>Within min</translation>
        </message>
        <message>
            <source>Stands in</source>
            <translation>Stands in</translation>
        </message>
        <message>
            <source>What the role does</source>
            <translation>What the role does</translation>
        </message>
        <message>
            <source>Who is called</source>
            <translation>Who is called</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Ready plans</source>
            <translation>Ready plans</translation>
        </message>
        <message>
            <source>Take one, then name its people and its zones.</source>
            <translation>Take one, then name its people and its zones.</translation>
        </message>
        <message>
            <source>Make mine</source>
            <translation>Make mine</translation>
        </message>
        <message>
            <source>The plan is yours now: name its people.</source>
            <translation>The plan is yours now: name its people.</translation>
        </message>
    </context>
    <context>
        <name>EntryPanel</name>
        <message>
            <source>No record was changed.</source>
            <translation>No record was changed.</translation>
        </message>
        <message>
            <source>Copy hash</source>
            <translation>Copy hash</translation>
        </message>
        <message>
            <source>What is not as it was written</source>
            <translation>What is not as it was written</translation>
        </message>
        <message>
            <source>Don't change anything now. Keep this computer's folder, and tell the administrator.</source>
            <translation>Don't change anything now. Keep this computer's folder, and tell the administrator.</translation>
        </message>
        <message>
            <source>New: {thing}</source>
            <translation>New: {thing}</translation>
        </message>
        <message>
            <source>Entry {seq} of the chain, from device {device}</source>
            <translation>Entry {seq} of the chain, from device {device}</translation>
        </message>
    </context>
    <context>
        <name>Everywhere</name>
        <message>
            <source>Search everything</source>
            <translation>Search everything</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Notifications</translation>
        </message>
        <message>
            <source>Keep step with the hub now</source>
            <translation>Keep step with the hub now</translation>
        </message>
        <message>
            <source>What waits to be sent</source>
            <translation>What waits to be sent</translation>
        </message>
        <message>
            <source>Take with me</source>
            <translation>Take with me</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Tour of the window</source>
            <translation>Tour of the window</translation>
        </message>
        <message>
            <source>Navigation: names or icons</source>
            <translation>Navigation: names or icons</translation>
        </message>
        <message>
            <source>Theme: light or dark</source>
            <translation>Theme: light or dark</translation>
        </message>
        <message>
            <source>In a table: filter</source>
            <translation>In a table: filter</translation>
        </message>
        <message>
            <source>In a table: save as Excel</source>
            <translation>In a table: save as Excel</translation>
        </message>
        <message>
            <source>In a table: copy rows with head</source>
            <translation>In a table: copy rows with head</translation>
        </message>
        <message>
            <source>In a table: copy rows without head</source>
            <translation>In a table: copy rows without head</translation>
        </message>
        <message>
            <source>In a table: choose all rows</source>
            <translation>In a table: choose all rows</translation>
        </message>
        <message>
            <source>In a table: what can be done with the row</source>
            <translation>In a table: what can be done with the row</translation>
        </message>
        <message>
            <source>Report a hazard</source>
            <translation>Report a hazard</translation>
        </message>
        <message>
            <source>Reported. It gets its number from the hub.</source>
            <translation>Reported. It gets its number from the hub.</translation>
        </message>
        <message>
            <source>There is no table on this page to save.</source>
            <translation>There is no table on this page to save.</translation>
        </message>
    </context>
    <context>
        <name>Exercises</name>
        <message>
            <source>evaluated: {score}</source>
            <translation>evaluated: {score}</translation>
        </message>
        <message>
            <source>to be evaluated</source>
            <translation>to be evaluated</translation>
        </message>
        <message>
            <source>running</source>
            <translation>running</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>planned</translation>
        </message>
        <message>
            <source>Took part</source>
            <translation>Took part</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>Hazards</translation>
        </message>
        <message>
            <source>Stands</source>
            <translation>Stands</translation>
        </message>
        <message>
            <source>The drill is planned; who has a part in it has been told.</source>
            <translation>The drill is planned; who has a part in it has been told.</translation>
        </message>
        <message>
            <source>Roles (left empty: those of the plan)</source>
            <translation>Roles (left empty: those of the plan)</translation>
        </message>
        <message>
            <source>New drill</source>
            <translation>New drill</translation>
        </message>
        <message>
            <source>Who takes part scans this.</source>
            <translation>Who takes part scans this.</translation>
        </message>
        <message numerus="yes">
            <source>%n took part</source>
            <translation>
                <numerusform>%n took part</numerusform>
                <numerusform>%n took part</numerusform>
            </translation>
        </message>
        <message>
            <source>Hazards found</source>
            <translation>Hazards found</translation>
        </message>
        <message>
            <source>within {n} min</source>
            <translation>within {n} min</translation>
        </message>
        <message>
            <source>done after {t}</source>
            <translation>done after {t}</translation>
        </message>
        <message>
            <source>The clock runs.</source>
            <translation>The clock runs.</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Begin</translation>
        </message>
        <message>
            <source>The drill is cancelled.</source>
            <translation>The drill is cancelled.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>The drill is over.</source>
            <translation>The drill is over.</translation>
        </message>
        <message>
            <source>End</source>
            <translation>End</translation>
        </message>
        <message>
            <source>Evaluate…</source>
            <translation>Evaluate…</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>Report…</translation>
        </message>
        <message>
            <source>Took part…</source>
            <translation>Took part…</translation>
        </message>
        <message>
            <source>Who took part?</source>
            <translation>Who took part?</translation>
        </message>
        <message>
            <source>It is noted.</source>
            <translation>It is noted.</translation>
        </message>
        <message>
            <source>The drill is evaluated.</source>
            <translation>The drill is evaluated.</translation>
        </message>
        <message>
            <source>Evaluation</source>
            <translation>Evaluation</translation>
        </message>
        <message>
            <source>What is looked at</source>
            <translation>What is looked at</translation>
        </message>
        <message>
            <source>Part of the evaluation</source>
            <translation>Part of the evaluation</translation>
        </message>
        <message>
            <source>Most points</source>
            <translation>Most points</translation>
        </message>
        <message>
            <source>Items of evaluation</source>
            <translation>Items of evaluation</translation>
        </message>
        <message>
            <source>Drills are evaluated so from now on; evaluations that were made keep their items.</source>
            <translation>Drills are evaluated so from now on; evaluations that were made keep their items.</translation>
        </message>
        <message>
            <source>Report of the drill</source>
            <translation>Report of the drill</translation>
        </message>
        <message>
            <source>The report is kept.</source>
            <translation>The report is kept.</translation>
        </message>
    </context>
    <context>
        <name>ExtraPart</name>
        <message>
            <source>at the zone, as the phone told it</source>
            <translation>at the zone, as the phone told it</translation>
        </message>
        <message>
            <source>at least {n} m from the zone: look closely</source>
            <translation>at least {n} m from the zone: look closely</translation>
        </message>
        <message>
            <source>Reported from</source>
            <translation>Reported from</translation>
        </message>
    </context>
    <context>
        <name>FieldsTable</name>
        <message>
            <source>Field by field</source>
            <translation>Field by field</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <source>What earns points, and the limits</source>
            <translation>What earns points, and the limits</translation>
        </message>
        <message>
            <source>What earns points</source>
            <translation>What earns points</translation>
        </message>
        <message>
            <source>Limits and budget</source>
            <translation>Limits and budget</translation>
        </message>
        <message>
            <source>Other figures hold from now on; what was earned stays. There is no reward for a month without injuries: it would teach people to keep silent.</source>
            <translation>Other figures hold from now on; what was earned stays. There is no reward for a month without injuries: it would teach people to keep silent.</translation>
        </message>
        <message>
            <source>Save the figures</source>
            <translation>Save the figures</translation>
        </message>
        <message>
            <source>Who changed the rules</source>
            <translation>Who changed the rules</translation>
        </message>
        <message>
            <source>Nobody yet: they are as every plant begins.</source>
            <translation>Nobody yet: they are as every plant begins.</translation>
        </message>
        <message>
            <source>This month's budget</source>
            <translation>This month's budget</translation>
        </message>
        <message>
            <source>Given so far</source>
            <translation>Given so far</translation>
        </message>
        <message>
            <source>By the end of the month, as it goes</source>
            <translation>By the end of the month, as it goes</translation>
        </message>
        <message>
            <source>Mean of the months before</source>
            <translation>Mean of the months before</translation>
        </message>
        <message>
            <source>Budget of a month</source>
            <translation>Budget of a month</translation>
        </message>
        <message>
            <source>Held by people, not yet spent</source>
            <translation>Held by people, not yet spent</translation>
        </message>
        <message>
            <source>As it goes, {points} points more than the budget will be given.</source>
            <translation>As it goes, {points} points more than the budget will be given.</translation>
        </message>
        <message numerus="yes">
            <source>%n points</source>
            <translation>
                <numerusform>%n point</numerusform>
                <numerusform>%n points</numerusform>
            </translation>
        </message>
        <message>
            <source>{points} (¥{yuan})</source>
            <translation>{points} (¥{yuan})</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>In danger now</source>
            <translation>In danger now</translation>
        </message>
        <message>
            <source>Waits for me</source>
            <translation>Waits for me</translation>
        </message>
        <message>
            <source>Inspections on time</source>
            <translation>Inspections on time</translation>
        </message>
        <message>
            <source>Stuck or silent</source>
            <translation>Stuck or silent</translation>
        </message>
        <message>
            <source>Nothing overdue, missed or over its limit</source>
            <translation>Nothing overdue, missed or over its limit</translation>
        </message>
        <message>
            <source>Nothing waits for you</source>
            <translation>Nothing waits for you</translation>
        </message>
        <message>
            <source>No inspections today</source>
            <translation>No inspections today</translation>
        </message>
        <message>
            <source>All of today made</source>
            <translation>All of today made</translation>
        </message>
        <message>
            <source>of {n}</source>
            <translation>of {n}</translation>
        </message>
        <message>
            <source>Everything has reached the hub</source>
            <translation>Everything has reached the hub</translation>
        </message>
        <message>
            <source>hub unreachable</source>
            <translation>hub unreachable</translation>
        </message>
    </context>
    <context>
        <name>FillDialog</name>
        <message>
            <source>Extra fields</source>
            <translation>Extra fields</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
    </context>
    <context>
        <name>FilterChips</name>
        <message>
            <source>Clear this filter</source>
            <translation>Clear this filter</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Clear all</translation>
        </message>
    </context>
    <context>
        <name>FindingPanel</name>
        <message>
            <source>The visits it rests on</source>
            <translation>The visits it rests on</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>Whom the pseudonym stands for</source>
            <translation>Whom the pseudonym stands for</translation>
        </message>
        <message>
            <source>Agreed until {when}. Each look stands in the journal.</source>
            <translation>Agreed until {when}. Each look stands in the journal.</translation>
        </message>
        <message>
            <source>Show the name</source>
            <translation>Show the name</translation>
        </message>
        <message>
            <source>The last request was declined.</source>
            <translation>The last request was declined.</translation>
        </message>
        <message>
            <source>{name} asks for the name: {reason}</source>
            <translation>{name} asks for the name: {reason}</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>Agree</translation>
        </message>
        <message>
            <source>Another person of the safety office has to agree.</source>
            <translation>Another person of the safety office has to agree.</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Decline</translation>
        </message>
        <message>
            <source>Why the name is needed</source>
            <translation>Why the name is needed</translation>
        </message>
        <message>
            <source>Ask for the name</source>
            <translation>Ask for the name</translation>
        </message>
        <message>
            <source>Please say why the name is needed.</source>
            <translation>Please say why the name is needed.</translation>
        </message>
        <message>
            <source>Your answer has reached the hub.</source>
            <translation>Your answer has reached the hub.</translation>
        </message>
    </context>
    <context>
        <name>FindingsView</name>
        <message>
            <source>Unusual is not wrong: look at the visits before anything else. People go by pseudonyms; a name takes a reason and a second person, and each look stands in the journal.</source>
            <translation>Unusual is not wrong: look at the visits before anything else. People go by pseudonyms; a name takes a reason and a second person, and each look stands in the journal.</translation>
        </message>
        <message>
            <source>Who is often alone out of hours, stays unusually long or comes unusually often stands here.</source>
            <translation>Who is often alone out of hours, stays unusually long or comes unusually often stands here.</translation>
        </message>
        <message>
            <source>Nothing stands out</source>
            <translation>Nothing stands out</translation>
        </message>
        <message numerus="yes">
            <source>%n requests for a name wait for another person.</source>
            <translation>
                <numerusform>%n request for a name waits for another person.</numerusform>
                <numerusform>%n requests for a name wait for another person.</numerusform>
            </translation>
        </message>
        <message>
            <source>What stands out</source>
            <translation>What stands out</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>Last</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Why</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Sign in in the browser that has opened. It must show these characters:</source>
            <translation>Sign in in the browser that has opened. It must show these characters:</translation>
        </message>
        <message>
            <source>Welcome to Anhuan</source>
            <translation>Welcome to Anhuan</translation>
        </message>
        <message>
            <source>Safe work, from the first label on. What would you like to do?</source>
            <translation>Safe work, from the first label on. What would you like to do?</translation>
        </message>
        <message>
            <source>My plant</source>
            <translation>My plant</translation>
        </message>
        <message>
            <source>Make a new plant on this computer. Phones and other consoles join it later.</source>
            <translation>Make a new plant on this computer. Phones and other consoles join it later.</translation>
        </message>
        <message>
            <source>Make my plant</source>
            <translation>Make my plant</translation>
        </message>
        <message>
            <source>Join a hub</source>
            <translation>Join a hub</translation>
        </message>
        <message>
            <source>The plant is already there; this console keeps a copy and works offline, too.</source>
            <translation>The plant is already there; this console keeps a copy and works offline, too.</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Join</translation>
        </message>
        <message>
            <source>Demo plant</source>
            <translation>Demo plant</translation>
        </message>
        <message>
            <source>Look around in a machining works that is in full swing. Nothing of it is yours.</source>
            <translation>Look around in a machining works that is in full swing. Nothing of it is yours.</translation>
        </message>
        <message>
            <source>Open the demo</source>
            <translation>Open the demo</translation>
        </message>
        <message>
            <source>for example: East China Precision Machinery</source>
            <translation>for example: East China Precision Machinery</translation>
        </message>
        <message>
            <source>your name</source>
            <translation>your name</translation>
        </message>
        <message>
            <source>Name of the plant</source>
            <translation>Name of the plant</translation>
        </message>
        <message>
            <source>You (EHS manager)</source>
            <translation>You (EHS manager)</translation>
        </message>
        <message>
            <source>Password, at least 8 characters</source>
            <translation>Password, at least 8 characters</translation>
        </message>
        <message>
            <source>The password again</source>
            <translation>The password again</translation>
        </message>
        <message>
            <source>Make the plant</source>
            <translation>Make the plant</translation>
        </message>
        <message>
            <source>employee number, e-mail or name</source>
            <translation>employee number, e-mail or name</translation>
        </message>
        <message>
            <source>paste it here, or a picture of the QR code</source>
            <translation>paste it here, or a picture of the QR code</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>Pairing line or code, if you were given one</source>
            <translation>Pairing line or code, if you were given one</translation>
        </message>
        <message>
            <source>Address of the hub</source>
            <translation>Address of the hub</translation>
        </message>
        <message>
            <source>Who you are</source>
            <translation>Who you are</translation>
        </message>
        <message>
            <source>Password or one-time code</source>
            <translation>Password or one-time code</translation>
        </message>
        <message>
            <source>Sign in by the browser…</source>
            <translation>Sign in by the browser…</translation>
        </message>
        <message>
            <source>Read the pairing QR code from a picture…</source>
            <translation>Read the pairing QR code from a picture…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Writing the demo plant: this takes up to a minute…</source>
            <translation>Writing the demo plant: this takes up to a minute…</translation>
        </message>
        <message>
            <source>Please give the plant and yourself a name.</source>
            <translation>Please give the plant and yourself a name.</translation>
        </message>
        <message>
            <source>The password needs at least 8 characters.</source>
            <translation>The password needs at least 8 characters.</translation>
        </message>
        <message>
            <source>The two passwords are not the same.</source>
            <translation>The two passwords are not the same.</translation>
        </message>
        <message>
            <source>Making the plant…</source>
            <translation>Making the plant…</translation>
        </message>
        <message>
            <source>A picture with the QR code</source>
            <translation>A picture with the QR code</translation>
        </message>
        <message>
            <source>Reaching the hub…</source>
            <translation>Reaching the hub…</translation>
        </message>
        <message>
            <source>Please fill in the pairing line, or the three lines below it.</source>
            <translation>Please fill in the pairing line, or the three lines below it.</translation>
        </message>
        <message>
            <source>Please fill in the address of the hub.</source>
            <translation>Please fill in the address of the hub.</translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message>
            <source>Shifts</source>
            <translation>Shifts</translation>
        </message>
        <message>
            <source>Choose how this plant works: one press sets the usual shifts up.</source>
            <translation>Choose how this plant works: one press sets the usual shifts up.</translation>
        </message>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Paste or open your Excel list, or add people one by one.</source>
            <translation>Paste or open your Excel list, or add people one by one.</translation>
        </message>
        <message>
            <source>Floor plan</source>
            <translation>Floor plan</translation>
        </message>
        <message>
            <source>Import a drawing of one floor: DXF, PDF, or a picture with its scale.</source>
            <translation>Import a drawing of one floor: DXF, PDF, or a picture with its scale.</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>Zones</translation>
        </message>
        <message>
            <source>Take them from the drawing or draw them, and give each a class A to D.</source>
            <translation>Take them from the drawing or draw them, and give each a class A to D.</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <source>Say once which address phones open, then print a label for each zone.</source>
            <translation>Say once which address phones open, then print a label for each zone.</translation>
        </message>
        <message>
            <source>Inspection plan</source>
            <translation>Inspection plan</translation>
        </message>
        <message>
            <source>Choose a ready checklist and the zones that are inspected by it.</source>
            <translation>Choose a ready checklist and the zones that are inspected by it.</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Rule</translation>
        </message>
        <message>
            <source>Begin with a template: who is told when something is not done in time.</source>
            <translation>Begin with a template: who is told when something is not done in time.</translation>
        </message>
    </context>
    <context>
        <name>FirstStepsCard</name>
        <message>
            <source>First steps</source>
            <translation>First steps</translation>
        </message>
        <message>
            <source>Tour of the window</source>
            <translation>Tour of the window</translation>
        </message>
        <message>
            <source>{n} of {all} done</source>
            <translation>{n} of {all} done</translation>
        </message>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
        <message>
            <source>put off</source>
            <translation>put off</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
    </context>
    <context>
        <name>FloorsDialog</name>
        <message>
            <source>Floors</source>
            <translation>Floors</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>Building</source>
            <translation>Building</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Position on the earth…</source>
            <translation>Position on the earth…</translation>
        </message>
        <message>
            <source>Retire floor and zones</source>
            <translation>Retire floor and zones</translation>
        </message>
        <message>
            <source>Restore floor</source>
            <translation>Restore floor</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>{floor} (out of use)</source>
            <translation>{floor} (out of use)</translation>
        </message>
        <message>
            <source>{width} × {height} m</source>
            <translation>{width} × {height} m</translation>
        </message>
        <message>
            <source>{size} · position set</source>
            <translation>{size} · position set</translation>
        </message>
        <message>
            <source>{size} · no position yet</source>
            <translation>{size} · no position yet</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>e.g. {day}</source>
            <translation>e.g. {day}</translation>
        </message>
    </context>
    <context>
        <name>FormTimesCard</name>
        <message>
            <source>Every phone measures how long the form takes, and tells the hub nothing of who or where it was.</source>
            <translation>Every phone measures how long the form takes, and tells the hub nothing of who or where it was.</translation>
        </message>
        <message>
            <source>Show the last 30 days</source>
            <translation>Show the last 30 days</translation>
        </message>
        <message>
            <source>Phones: {url}/trust, good until {day}. SHA-256 {mark}</source>
            <translation>Phones: {url}/trust, good until {day}. SHA-256 {mark}</translation>
        </message>
        <message>
            <source>{sent} sent, {left} left unfinished</source>
            <translation>{sent} sent, {left} left unfinished</translation>
        </message>
        <message>
            <source>Most often left at: {field}</source>
            <translation>Most often left at: {field}</translation>
        </message>
        <message>
            <source>From opening to receipt: half within {p50} s, nine of ten within {p90} s</source>
            <translation>From opening to receipt: half within {p50} s, nine of ten within {p90} s</translation>
        </message>
        <message>
            <source>Costs most time: {field}</source>
            <translation>Costs most time: {field}</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>half</source>
            <translation>half</translation>
        </message>
        <message>
            <source>9 of 10</source>
            <translation>9 of 10</translation>
        </message>
        <message>
            <source>reports</source>
            <translation>reports</translation>
        </message>
    </context>
    <context>
        <name>GapsView</name>
        <message>
            <source>May not work</source>
            <translation>May not work</translation>
        </message>
        <message>
            <source>Soon over</source>
            <translation>Soon over</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Everybody</translation>
        </message>
        <message>
            <source>By posts</source>
            <translation>By posts</translation>
        </message>
        <message>
            <source>may not work</source>
            <translation>may not work</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Lacks or expired</source>
            <translation>Lacks or expired</translation>
        </message>
        <message numerus="yes">
            <source>%n people may not work today</source>
            <translation>
                <numerusform>%n person may not work today</numerusform>
                <numerusform>%n people may not work today</numerusform>
            </translation>
        </message>
        <message>
            <source>Everybody has what their posts ask for</source>
            <translation>Everybody has what their posts ask for</translation>
        </message>
        <message numerus="yes">
            <source>%n people with posts</source>
            <translation>
                <numerusform>%n person with a post</numerusform>
                <numerusform>%n people with posts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with something soon over</source>
            <translation>
                <numerusform>%n with something soon over</numerusform>
                <numerusform>%n with something soon over</numerusform>
            </translation>
        </message>
        <message>
            <source>{post} · {need}: show all posts</source>
            <translation>{post} · {need}: show all posts</translation>
        </message>
    </context>
    <context>
        <name>GoodsPanel</name>
        <message>
            <source>New in the catalogue</source>
            <translation>New in the catalogue</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Take out</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>Choose a picture…</translation>
        </message>
        <message>
            <source>e.g. S M L; none where there is only one</source>
            <translation>e.g. S M L; none where there is only one</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Stock</translation>
        </message>
        <message>
            <source>{on_hand} in stock, {held} of them held</source>
            <translation>{on_hand} in stock, {held} of them held</translation>
        </message>
        <message>
            <source>The shop clerk takes goods in and counts them.</source>
            <translation>The shop clerk takes goods in and counts them.</translation>
        </message>
        <message>
            <source>What came and went last</source>
            <translation>What came and went last</translation>
        </message>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
            <translation>Pictures (*.jpg *.jpeg *.png *.webp)</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>It is in the catalogue.</source>
            <translation>It is in the catalogue.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>It is no longer in the catalogue.</source>
            <translation>It is no longer in the catalogue.</translation>
        </message>
    </context>
    <context>
        <name>GoodsView</name>
        <message>
            <source>Also what is no longer in it</source>
            <translation>Also what is no longer in it</translation>
        </message>
        <message>
            <source>Add to the catalogue</source>
            <translation>Add to the catalogue</translation>
        </message>
        <message>
            <source>What people may choose for their points: protective equipment, welfare, commendations.</source>
            <translation>What people may choose for their points: protective equipment, welfare, commendations.</translation>
        </message>
        <message>
            <source>Nothing in the shop yet</source>
            <translation>Nothing in the shop yet</translation>
        </message>
        <message numerus="yes">
            <source>%n rewards</source>
            <translation>
                <numerusform>%n reward</numerusform>
                <numerusform>%n rewards</numerusform>
            </translation>
        </message>
        <message>
            <source>{kinds} · in stock for ¥{worth}</source>
            <translation>{kinds} · in stock for ¥{worth}</translation>
        </message>
        <message>
            <source>Free by size</source>
            <translation>Free by size</translation>
        </message>
        <message>
            <source>Cost (¥)</source>
            <translation>Cost (¥)</translation>
        </message>
    </context>
    <context>
        <name>GrantsCard</name>
        <message>
            <source>The roles of EHS manager and administrator are asked for by one and agreed to by another. In an emergency one gives another a role at once; the safety office is told, and it goes back by itself.</source>
            <translation>The roles of EHS manager and administrator are asked for by one and agreed to by another. In an emergency one gives another a role at once; the safety office is told, and it goes back by itself.</translation>
        </message>
        <message>
            <source>Give a role in an emergency…</source>
            <translation>Give a role in an emergency…</translation>
        </message>
        <message>
            <source>Who may do what…</source>
            <translation>Who may do what…</translation>
        </message>
        <message>
            <source>Save the times</source>
            <translation>Save the times</translation>
        </message>
        <message>
            <source>In an emergency until {when}: {whom} is {roles}. Given by {by}: {reason}</source>
            <translation>In an emergency until {when}: {whom} is {roles}. Given by {by}: {reason}</translation>
        </message>
        <message>
            <source>Take the role back</source>
            <translation>Take the role back</translation>
        </message>
        <message>
            <source>{whom} is to become {roles}. Asked by {by}: {reason} Waits until {when}.</source>
            <translation>{whom} is to become {roles}. Asked by {by}: {reason} Waits until {when}.</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>Agree</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Take it back</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Decline</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>Done.</translation>
        </message>
        <message>
            <source>Give it now</source>
            <translation>Give it now</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>Please fill in every field.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>GroupPage</name>
        <message>
            <source>Join another plant…</source>
            <translation>Join another plant…</translation>
        </message>
        <message>
            <source>Leave this plant</source>
            <translation>Leave this plant</translation>
        </message>
        <message>
            <source>Figures of the last 30 days; what is open, of now. Each plant's own hub reckons them.</source>
            <translation>Figures of the last 30 days; what is open, of now. Each plant's own hub reckons them.</translation>
        </message>
        <message>
            <source>Where you have a part in other plants, ask there for a pairing line and join them here.</source>
            <translation>Where you have a part in other plants, ask there for a pairing line and join them here.</translation>
        </message>
        <message>
            <source>No other plant yet</source>
            <translation>No other plant yet</translation>
        </message>
        <message numerus="yes">
            <source>%n plants</source>
            <translation>
                <numerusform>%n plant</numerusform>
                <numerusform>%n plants</numerusform>
            </translation>
        </message>
        <message>
            <source>{plant} has been joined.</source>
            <translation>{plant} has been joined.</translation>
        </message>
        <message>
            <source>Mean hours to fix</source>
            <translation>Mean hours to fix</translation>
        </message>
        <message>
            <source>Inspections made</source>
            <translation>Inspections made</translation>
        </message>
        <message>
            <source>Plant</source>
            <translation>Plant</translation>
        </message>
        <message>
            <source>Injuries</source>
            <translation>Injuries</translation>
        </message>
        <message>
            <source>Open hazards</source>
            <translation>Open hazards</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Alerts</translation>
        </message>
        <message>
            <source>You are there</source>
            <translation>You are there</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>As of</translation>
        </message>
        <message>
            <source>now</source>
            <translation>now</translation>
        </message>
        <message>
            <source>out of reach</source>
            <translation>out of reach</translation>
        </message>
        <message>
            <source>signed out</source>
            <translation>signed out</translation>
        </message>
        <message>
            <source>shut out</source>
            <translation>shut out</translation>
        </message>
        <message>
            <source>not allowed</source>
            <translation>not allowed</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>no answer</translation>
        </message>
    </context>
    <context>
        <name>GuidedTour</name>
        <message>
            <source>The pages, in the order of a day</source>
            <translation>The pages, in the order of a day</translation>
        </message>
        <message>
            <source>Ctrl+1 to Ctrl+9 lead to the first ones. A number beside a name: so much waits.</source>
            <translation>Ctrl+1 to Ctrl+9 lead to the first ones. A number beside a name: so much waits.</translation>
        </message>
        <message>
            <source>Four figures</source>
            <translation>Four figures</translation>
        </message>
        <message>
            <source>Red means that somebody is in danger. A press leads to exactly what was counted.</source>
            <translation>Red means that somebody is in danger. A press leads to exactly what was counted.</translation>
        </message>
        <message>
            <source>What needs you today</source>
            <translation>What needs you today</translation>
        </message>
        <message>
            <source>The most urgent first, from all pages. Enter opens a row; arrows choose one.</source>
            <translation>The most urgent first, from all pages. Enter opens a row; arrows choose one.</translation>
        </message>
        <message>
            <source>Find or do anything</source>
            <translation>Find or do anything</translation>
        </message>
        <message>
            <source>Ctrl+K finds zones, people and numbers, and does every action; pinyin works.</source>
            <translation>Ctrl+K finds zones, people and numbers, and does every action; pinyin works.</translation>
        </message>
        <message>
            <source>In step with the hub</source>
            <translation>In step with the hub</translation>
        </message>
        <message>
            <source>Work goes on without the hub: what waits is counted here and is sent later.</source>
            <translation>Work goes on without the hub: what waits is counted here and is sent later.</translation>
        </message>
        <message>
            <source>What happened meanwhile</source>
            <translation>What happened meanwhile</translation>
        </message>
        <message>
            <source>Notifications stand behind the bell, also those that came while you were away.</source>
            <translation>Notifications stand behind the bell, also those that came while you were away.</translation>
        </message>
        <message>
            <source>All keys at a glance</source>
            <translation>All keys at a glance</translation>
        </message>
        <message>
            <source>Press ? on any page. Ctrl+R reports a hazard, Ctrl+Z takes back what was done.</source>
            <translation>Press ? on any page. Ctrl+R reports a hazard, Ctrl+Z takes back what was done.</translation>
        </message>
    </context>
    <context>
        <name>HazardDeeds</name>
        <message>
            <source>Settled as no hazard.</source>
            <translation>Settled as no hazard.</translation>
        </message>
        <message>
            <source>More time granted.</source>
            <translation>More time granted.</translation>
        </message>
        <message>
            <source>The deadline stays; who asked reads your reason.</source>
            <translation>The deadline stays; who asked reads your reason.</translation>
        </message>
        <message>
            <source>Graded major. Its five requirements come first.</source>
            <translation>Graded major. Its five requirements come first.</translation>
        </message>
        <message>
            <source>Graded general.</source>
            <translation>Graded general.</translation>
        </message>
        <message>
            <source>The five requirements are written down.</source>
            <translation>The five requirements are written down.</translation>
        </message>
        <message>
            <source>The extra fields are filled in.</source>
            <translation>The extra fields are filled in.</translation>
        </message>
        <message>
            <source>Nothing else is open in this zone.</source>
            <translation>Nothing else is open in this zone.</translation>
        </message>
        <message>
            <source>Merged. They can be separated again.</source>
            <translation>Merged. They can be separated again.</translation>
        </message>
        <message>
            <source>They are no longer proposed as the same.</source>
            <translation>They are no longer proposed as the same.</translation>
        </message>
        <message>
            <source>Parted: it goes on by itself.</source>
            <translation>Parted: it goes on by itself.</translation>
        </message>
        <message>
            <source>In the open pool: whoever can do it takes it.</source>
            <translation>In the open pool: whoever can do it takes it.</translation>
        </message>
        <message>
            <source>It is yours now.</source>
            <translation>It is yours now.</translation>
        </message>
        <message numerus="yes">
            <source>All that {who} has to fix goes on, %n hazards; clocks run on.</source>
            <translation>
                <numerusform>All that {who} has to fix goes on, %n hazard; clocks run on.</numerusform>
                <numerusform>All that {who} has to fix goes on, %n hazards; clocks run on.</numerusform>
            </translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>Handed over.</source>
            <translation>Handed over.</translation>
        </message>
        <message>
            <source>Send several on</source>
            <translation>Send several on</translation>
        </message>
        <message numerus="yes">
            <source>%n hazards are chosen.</source>
            <translation>
                <numerusform>%n hazard is chosen.</numerusform>
                <numerusform>%n hazards are chosen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hazards sent on.</source>
            <translation>
                <numerusform>%n hazard sent on.</numerusform>
                <numerusform>%n hazards sent on.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hazards are in the open pool.</source>
            <translation>
                <numerusform>%n hazard is in the open pool.</numerusform>
                <numerusform>%n hazards are in the open pool.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>More time granted for %n hazards.</source>
            <translation>
                <numerusform>More time granted for %n hazard.</numerusform>
                <numerusform>More time granted for %n hazards.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HazardList</name>
        <message>
            <source>No hazards yet</source>
            <translation>No hazards yet</translation>
        </message>
        <message>
            <source>Whoever sees something scans the label of the zone and sends a photo. It appears here, with a clock.</source>
            <translation>Whoever sees something scans the label of the zone and sends a photo. It appears here, with a clock.</translation>
        </message>
        <message>
            <source>Print labels for the zones</source>
            <translation>Print labels for the zones</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Nothing here</translation>
        </message>
        <message>
            <source>No hazard fits what you have chosen above.</source>
            <translation>No hazard fits what you have chosen above.</translation>
        </message>
        <message>
            <source>waiting for me {n}</source>
            <translation>waiting for me {n}</translation>
        </message>
        <message>
            <source>overdue {n}</source>
            <translation>overdue {n}</translation>
        </message>
        <message>
            <source>open pool {n}</source>
            <translation>open pool {n}</translation>
        </message>
        <message>
            <source>open {n}</source>
            <translation>open {n}</translation>
        </message>
        <message>
            <source>closed {n}</source>
            <translation>closed {n}</translation>
        </message>
    </context>
    <context>
        <name>HazardNotice</name>
        <message>
            <source>Rectification notice</source>
            <translation>Rectification notice</translation>
        </message>
        <message>
            <source>The notice is written.</source>
            <translation>The notice is written.</translation>
        </message>
    </context>
    <context>
        <name>HazardPanel</name>
        <message>
            <source>The photos have changed since you looked: look again.</source>
            <translation>The photos have changed since you looked: look again.</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>After</source>
            <translation>After</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>Reported</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Category</translation>
        </message>
        <message>
            <source>Sent to</source>
            <translation>Sent to</translation>
        </message>
        <message>
            <source>Why there</source>
            <translation>Why there</translation>
        </message>
        <message>
            <source>Fix due</source>
            <translation>Fix due</translation>
        </message>
        <message>
            <source>Asks for time until</source>
            <translation>Asks for time until</translation>
        </message>
        <message>
            <source>Why more time</source>
            <translation>Why more time</translation>
        </message>
        <message>
            <source>Time not granted</source>
            <translation>Time not granted</translation>
        </message>
        <message>
            <source>Fixed by</source>
            <translation>Fixed by</translation>
        </message>
        <message>
            <source>Fix note</source>
            <translation>Fix note</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>Change the extra fields…</source>
            <translation>Change the extra fields…</translation>
        </message>
        <message>
            <source>Fill in the extra fields…</source>
            <translation>Fill in the extra fields…</translation>
        </message>
        <message>
            <source>Grade as general…</source>
            <translation>Grade as general…</translation>
        </message>
        <message>
            <source>Grade as major…</source>
            <translation>Grade as major…</translation>
        </message>
        <message>
            <source>The same as…</source>
            <translation>The same as…</translation>
        </message>
        <message>
            <source>A team…</source>
            <translation>A team…</translation>
        </message>
        <message>
            <source>A person…</source>
            <translation>A person…</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Send to</source>
            <translation>Send to</translation>
        </message>
        <message>
            <source>Send on to</source>
            <translation>Send on to</translation>
        </message>
        <message>
            <source>Into the open pool</source>
            <translation>Into the open pool</translation>
        </message>
        <message>
            <source>Hand over all of {who}…</source>
            <translation>Hand over all of {who}…</translation>
        </message>
        <message>
            <source>Do the {review}</source>
            <translation>Do the {review}</translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>Return…</translation>
        </message>
        <message>
            <source>Compare photos</source>
            <translation>Compare photos</translation>
        </message>
        <message>
            <source>Take it on myself</source>
            <translation>Take it on myself</translation>
        </message>
        <message>
            <source>Grant more time</source>
            <translation>Grant more time</translation>
        </message>
        <message>
            <source>Not granted…</source>
            <translation>Not granted…</translation>
        </message>
        <message>
            <source>Not a hazard…</source>
            <translation>Not a hazard…</translation>
        </message>
        <message>
            <source>Notice…</source>
            <translation>Notice…</translation>
        </message>
    </context>
    <context>
        <name>Hazards</name>
        <message>
            <source>(erased)</source>
            <translation>(erased)</translation>
        </message>
        <message>
            <source>Hazard</source>
            <translation>Hazard</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>Zone</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>With</source>
            <translation>With</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Clock</translation>
        </message>
        <message>
            <source>Reporter</source>
            <translation>Reporter</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Category</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>Reported</translation>
        </message>
        <message>
            <source>Maybe the same as '{what}'</source>
            <translation>Maybe the same as '{what}'</translation>
        </message>
        <message>
            <source>Maybe the same as</source>
            <translation>Maybe the same as</translation>
        </message>
        <message>
            <source>Somebody without a name</source>
            <translation>Somebody without a name</translation>
        </message>
        <message>
            <source>{who} wanted: {what}. Refused: {why}</source>
            <translation>{who} wanted: {what}. Refused: {why}</translation>
        </message>
        <message>
            <source>{who}: {what}</source>
            <translation>{who}: {what}</translation>
        </message>
        <message>
            <source>{who} reported it</source>
            <translation>{who} reported it</translation>
        </message>
        <message>
            <source>{who} reported it; it went to {whom}</source>
            <translation>{who} reported it; it went to {whom}</translation>
        </message>
        <message>
            <source>{who} sent it to {whom}</source>
            <translation>{who} sent it to {whom}</translation>
        </message>
        <message>
            <source>{who} took it on</source>
            <translation>{who} took it on</translation>
        </message>
        <message>
            <source>{who} handed the fix in</source>
            <translation>{who} handed the fix in</translation>
        </message>
        <message>
            <source>{who} passed the first review</source>
            <translation>{who} passed the first review</translation>
        </message>
        <message>
            <source>{who} passed the second review; closed</source>
            <translation>{who} passed the second review; closed</translation>
        </message>
        <message>
            <source>{who} approved it without the role by then; another must review</source>
            <translation>{who} approved it without the role by then; another must review</translation>
        </message>
        <message>
            <source>{who} returned it: {reason}</source>
            <translation>{who} returned it: {reason}</translation>
        </message>
        <message>
            <source>{who} found it to be the same as {other}; it goes on there</source>
            <translation>{who} found it to be the same as {other}; it goes on there</translation>
        </message>
        <message>
            <source>{who} parted it again: it is a hazard of its own</source>
            <translation>{who} parted it again: it is a hazard of its own</translation>
        </message>
        <message>
            <source>{who} found that it is not the same as {other}</source>
            <translation>{who} found that it is not the same as {other}</translation>
        </message>
        <message>
            <source>{who} left open whether it is the same as {other}</source>
            <translation>{who} left open whether it is the same as {other}</translation>
        </message>
        <message>
            <source>{who} put it into the open pool</source>
            <translation>{who} put it into the open pool</translation>
        </message>
        <message>
            <source>{who} took it out of the open pool</source>
            <translation>{who} took it out of the open pool</translation>
        </message>
        <message>
            <source>{who} handed it over to {whom}</source>
            <translation>{who} handed it over to {whom}</translation>
        </message>
        <message>
            <source>{who} passed it on to {whom}</source>
            <translation>{who} passed it on to {whom}</translation>
        </message>
        <message>
            <source>{who} asked for more time: {reason}</source>
            <translation>{who} asked for more time: {reason}</translation>
        </message>
        <message>
            <source>{who} granted more time</source>
            <translation>{who} granted more time</translation>
        </message>
        <message>
            <source>{who} did not grant more time: {reason}</source>
            <translation>{who} did not grant more time: {reason}</translation>
        </message>
        <message>
            <source>{who} graded it major: {reason}</source>
            <translation>{who} graded it major: {reason}</translation>
        </message>
        <message>
            <source>{who} graded it general: {reason}</source>
            <translation>{who} graded it general: {reason}</translation>
        </message>
        <message>
            <source>{who} rejected it: {reason}</source>
            <translation>{who} rejected it: {reason}</translation>
        </message>
        <message>
            <source>Return the fix</source>
            <translation>Return the fix</translation>
        </message>
        <message>
            <source>It goes back to who fixed it, with your reason.</source>
            <translation>It goes back to who fixed it, with your reason.</translation>
        </message>
        <message>
            <source>The hazard is still there</source>
            <translation>The hazard is still there</translation>
        </message>
        <message>
            <source>The photo does not show the place of the report</source>
            <translation>The photo does not show the place of the report</translation>
        </message>
        <message>
            <source>The photo is too dark or blurred to judge</source>
            <translation>The photo is too dark or blurred to judge</translation>
        </message>
        <message>
            <source>Only put right for the moment; a lasting measure is missing</source>
            <translation>Only put right for the moment; a lasting measure is missing</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>No more time</source>
            <translation>No more time</translation>
        </message>
        <message>
            <source>The deadline stays. Who asked reads your reason.</source>
            <translation>The deadline stays. Who asked reads your reason.</translation>
        </message>
        <message>
            <source>Too dangerous to wait</source>
            <translation>Too dangerous to wait</translation>
        </message>
        <message>
            <source>Do it in the next stop</source>
            <translation>Do it in the next stop</translation>
        </message>
        <message>
            <source>The parts are here</source>
            <translation>The parts are here</translation>
        </message>
        <message>
            <source>Keep the deadline</source>
            <translation>Keep the deadline</translation>
        </message>
        <message>
            <source>Not a hazard</source>
            <translation>Not a hazard</translation>
        </message>
        <message>
            <source>It is settled without a fix. Who reported it reads your reason.</source>
            <translation>It is settled without a fix. Who reported it reads your reason.</translation>
        </message>
        <message>
            <source>Already reported and being fixed</source>
            <translation>Already reported and being fixed</translation>
        </message>
        <message>
            <source>As intended and safe</source>
            <translation>As intended and safe</translation>
        </message>
        <message>
            <source>Not within the plant's responsibility</source>
            <translation>Not within the plant's responsibility</translation>
        </message>
        <message>
            <source>Settle it</source>
            <translation>Settle it</translation>
        </message>
        <message>
            <source>Grade as major</source>
            <translation>Grade as major</translation>
        </message>
        <message>
            <source>Its five requirements come first: until they are written down, fixing waits.</source>
            <translation>Its five requirements come first: until they are written down, fixing waits.</translation>
        </message>
        <message>
            <source>One of the situations that the authority's list names as major</source>
            <translation>One of the situations that the authority's list names as major</translation>
        </message>
        <message>
            <source>It can hurt several people at once, or kill</source>
            <translation>It can hurt several people at once, or kill</translation>
        </message>
        <message>
            <source>It can't be put right at once and production has to stop</source>
            <translation>It can't be put right at once and production has to stop</translation>
        </message>
        <message>
            <source>Grade it major</source>
            <translation>Grade it major</translation>
        </message>
        <message>
            <source>Grade as general</source>
            <translation>Grade as general</translation>
        </message>
        <message>
            <source>From now on it has the deadline of its zone.</source>
            <translation>From now on it has the deadline of its zone.</translation>
        </message>
        <message>
            <source>None of the situations of the authority's list</source>
            <translation>None of the situations of the authority's list</translation>
        </message>
        <message>
            <source>What made it major has been taken away</source>
            <translation>What made it major has been taken away</translation>
        </message>
        <message>
            <source>Grade it general</source>
            <translation>Grade it general</translation>
        </message>
        <message>
            <source>to be numbered</source>
            <translation>to be numbered</translation>
        </message>
        <message>
            <source>{state} · needs another</source>
            <translation>{state} · needs another</translation>
        </message>
        <message>
            <source>{state} · major, no plan</source>
            <translation>{state} · major, no plan</translation>
        </message>
        <message>
            <source>{state} · photos changed</source>
            <translation>{state} · photos changed</translation>
        </message>
        <message>
            <source>Approved by me, not yet confirmed</source>
            <translation>Approved by me, not yet confirmed</translation>
        </message>
        <message>
            <source>Returned by me, not yet confirmed</source>
            <translation>Returned by me, not yet confirmed</translation>
        </message>
        <message>
            <source>Rejected by me, not yet confirmed</source>
            <translation>Rejected by me, not yet confirmed</translation>
        </message>
        <message>
            <source>{state}, not yet confirmed</source>
            <translation>{state}, not yet confirmed</translation>
        </message>
        <message>
            <source>{who} approved it while holding the role, which was withdrawn before: another must review.</source>
            <translation>{who} approved it while holding the role, which was withdrawn before: another must review.</translation>
        </message>
        <message>
            <source>second review</source>
            <translation>second review</translation>
        </message>
        <message>
            <source>first review</source>
            <translation>first review</translation>
        </message>
        <message>
            <source>me</source>
            <translation>me</translation>
        </message>
        <message>
            <source>reviewers</source>
            <translation>reviewers</translation>
        </message>
        <message>
            <source>no name given</source>
            <translation>no name given</translation>
        </message>
    </context>
    <context>
        <name>HazardsPage</name>
        <message>
            <source>Review what waits for me</source>
            <translation>Review what waits for me</translation>
        </message>
        <message>
            <source>Close the side panel</source>
            <translation>Close the side panel</translation>
        </message>
        <message>
            <source>Find a photo…</source>
            <translation>Find a photo…</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Report a hazard</source>
            <translation>Report a hazard</translation>
        </message>
        <message>
            <source>Approved by you, not yet confirmed.</source>
            <translation>Approved by you, not yet confirmed.</translation>
        </message>
        <message>
            <source>Returned, with your reason.</source>
            <translation>Returned, with your reason.</translation>
        </message>
        <message>
            <source>Sent.</source>
            <translation>Sent.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message numerus="yes">
            <source>Send %n hazards on…</source>
            <translation>
                <numerusform>Send %n hazard on…</numerusform>
                <numerusform>Send %n hazards on…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hazards into the open pool</source>
            <translation>
                <numerusform>%n hazard into the open pool</numerusform>
                <numerusform>%n hazards into the open pool</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Grant %n hazards more time</source>
            <translation>
                <numerusform>Grant %n hazard more time</numerusform>
                <numerusform>Grant %n hazards more time</numerusform>
            </translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>Return…</translation>
        </message>
        <message>
            <source>Compare photos</source>
            <translation>Compare photos</translation>
        </message>
        <message>
            <source>Not a hazard…</source>
            <translation>Not a hazard…</translation>
        </message>
        <message>
            <source>The same as…</source>
            <translation>The same as…</translation>
        </message>
    </context>
    <context>
        <name>HeirPart</name>
        <message>
            <source>Open work goes to</source>
            <translation>Open work goes to</translation>
        </message>
        <message>
            <source>nobody: it stays with them</source>
            <translation>nobody: it stays with them</translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message>
            <source>Help · Anhuan</source>
            <translation>Help · Anhuan</translation>
        </message>
        <message>
            <source>Search the guide</source>
            <translation>Search the guide</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Contents</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>The guide says nothing about this.</source>
            <translation>The guide says nothing about this.</translation>
        </message>
    </context>
    <context>
        <name>HowOften</name>
        <message>
            <source>every day</source>
            <translation>every day</translation>
        </message>
        <message>
            <source>every week</source>
            <translation>every week</translation>
        </message>
        <message>
            <source>every month</source>
            <translation>every month</translation>
        </message>
        <message>
            <source>every {n} days</source>
            <translation>every {n} days</translation>
        </message>
        <message>
            <source>every {n} weeks</source>
            <translation>every {n} weeks</translation>
        </message>
        <message>
            <source>every {n} months</source>
            <translation>every {n} months</translation>
        </message>
        <message>
            <source>on day {day}</source>
            <translation>on day {day}</translation>
        </message>
        <message>
            <source>ends after {n}</source>
            <translation>ends after {n}</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>until {day}</translation>
        </message>
        <message>
            <source>the first</source>
            <translation>the first</translation>
        </message>
        <message>
            <source>the second</source>
            <translation>the second</translation>
        </message>
        <message>
            <source>the third</source>
            <translation>the third</translation>
        </message>
        <message>
            <source>the fourth</source>
            <translation>the fourth</translation>
        </message>
        <message>
            <source>the last</source>
            <translation>the last</translation>
        </message>
        <message>
            <source>Every so many days</source>
            <translation>Every so many days</translation>
        </message>
        <message>
            <source>On weekdays, every so many weeks</source>
            <translation>On weekdays, every so many weeks</translation>
        </message>
        <message>
            <source>On a day of the month</source>
            <translation>On a day of the month</translation>
        </message>
        <message>
            <source>On the n-th weekday of the month</source>
            <translation>On the n-th weekday of the month</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>Every</translation>
        </message>
        <message>
            <source>Day of the month</source>
            <translation>Day of the month</translation>
        </message>
        <message>
            <source>Which of the month</source>
            <translation>Which of the month</translation>
        </message>
        <message>
            <source>Ends after so many times (0: never)</source>
            <translation>Ends after so many times (0: never)</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>No last day; or as 2027-03-31</source>
            <translation>No last day; or as 2027-03-31</translation>
        </message>
        <message numerus="yes">
            <source>days</source>
            <translation>
                <numerusform>day</numerusform>
                <numerusform>days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>weeks</source>
            <translation>
                <numerusform>week</numerusform>
                <numerusform>weeks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>months</source>
            <translation>
                <numerusform>month</numerusform>
                <numerusform>months</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportFlow</name>
        <message>
            <source>{file}: {why}</source>
            <translation>{file}: {why}</translation>
        </message>
    </context>
    <context>
        <name>ImportPanel</name>
        <message>
            <source>Use this drawing?</source>
            <translation>Use this drawing?</translation>
        </message>
        <message>
            <source>Use as floor</source>
            <translation>Use as floor</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Floor 1</source>
            <translation>Floor 1</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>{width} × {height} m</source>
            <translation>{width} × {height} m</translation>
        </message>
        <message>
            <source>Unit of the drawing</source>
            <translation>Unit of the drawing</translation>
        </message>
        <message>
            <source>as the file says</source>
            <translation>as the file says</translation>
        </message>
        <message>
            <source>guessed: please check</source>
            <translation>guessed: please check</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>{lines} lines and {texts} texts</source>
            <translation>{lines} lines and {texts} texts</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>optional</translation>
        </message>
        <message>
            <source>Floor</source>
            <translation>Floor</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Building</source>
            <translation>Building</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Layers shown on the map</source>
            <translation>Layers shown on the map</translation>
        </message>
    </context>
    <context>
        <name>ImportWaiting</name>
        <message>
            <source>How far the drawing has been read</source>
            <translation>How far the drawing has been read</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Choose another file…</source>
            <translation>Choose another file…</translation>
        </message>
        <message>
            <source>Back to the map</source>
            <translation>Back to the map</translation>
        </message>
        <message>
            <source>Reading {file}</source>
            <translation>Reading {file}</translation>
        </message>
        <message>
            <source>{file} could not be used</source>
            <translation>{file} could not be used</translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message>
            <source>Plans (*.dxf *.svg *.svgz *.pdf *.png *.jpg *.jpeg *.geojson *.json)</source>
            <translation>Plans (*.dxf *.svg *.svgz *.pdf *.png *.jpg *.jpeg *.geojson *.json)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>Import a drawing</source>
            <translation>Import a drawing</translation>
        </message>
        <message>
            <source>The floor is there. Now draw its zones, or take them from the drawing.</source>
            <translation>The floor is there. Now draw its zones, or take them from the drawing.</translation>
        </message>
    </context>
    <context>
        <name>IncidentPanel</name>
        <message>
            <source>Record an incident</source>
            <translation>Record an incident</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>Nobody was hurt</source>
            <translation>Nobody was hurt</translation>
        </message>
        <message>
            <source>Withdrawn {when}; it counts for nothing.</source>
            <translation>Withdrawn {when}; it counts for nothing.</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Print…</translation>
        </message>
        <message>
            <source>personal: only the safety office sees it</source>
            <translation>personal: only the safety office sees it</translation>
        </message>
        <message>
            <source>A first report: say whether it stands so, or correct it below.</source>
            <translation>A first report: say whether it stands so, or correct it below.</translation>
        </message>
        <message>
            <source>It stands so</source>
            <translation>It stands so</translation>
        </message>
        <message>
            <source>Investigation</source>
            <translation>Investigation</translation>
        </message>
        <message>
            <source>Led by {name} since {when}</source>
            <translation>Led by {name} since {when}</translation>
        </message>
        <message>
            <source>Whys, causes, actions…</source>
            <translation>Whys, causes, actions…</translation>
        </message>
        <message>
            <source>None yet; the safety office opens it.</source>
            <translation>None yet; the safety office opens it.</translation>
        </message>
        <message>
            <source>Who leads it</source>
            <translation>Who leads it</translation>
        </message>
        <message>
            <source>Who leads it…</source>
            <translation>Who leads it…</translation>
        </message>
        <message>
            <source>Open the investigation</source>
            <translation>Open the investigation</translation>
        </message>
        <message>
            <source>Classify or correct</source>
            <translation>Classify or correct</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Withdraw the incident…</source>
            <translation>Withdraw the incident…</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>The incident is recorded.</source>
            <translation>The incident is recorded.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>It stands so from now on.</source>
            <translation>It stands so from now on.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>The investigation is open.</source>
            <translation>The investigation is open.</translation>
        </message>
        <message>
            <source>Recorded twice</source>
            <translation>Recorded twice</translation>
        </message>
        <message>
            <source>It did not happen</source>
            <translation>It did not happen</translation>
        </message>
        <message>
            <source>It stays to be seen and counts for nothing.</source>
            <translation>It stays to be seen and counts for nothing.</translation>
        </message>
        <message>
            <source>Withdraw the incident</source>
            <translation>Withdraw the incident</translation>
        </message>
        <message>
            <source>Withdrawn.</source>
            <translation>Withdrawn.</translation>
        </message>
    </context>
    <context>
        <name>Incidents</name>
        <message>
            <source>to classify</source>
            <translation>to classify</translation>
        </message>
        <message>
            <source>to investigate</source>
            <translation>to investigate</translation>
        </message>
        <message>
            <source>being investigated</source>
            <translation>being investigated</translation>
        </message>
        <message>
            <source>actions open</source>
            <translation>actions open</translation>
        </message>
        <message>
            <source>settled</source>
            <translation>settled</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>withdrawn</translation>
        </message>
    </context>
    <context>
        <name>IncidentsPage</name>
        <message>
            <source>Record an incident</source>
            <translation>Record an incident</translation>
        </message>
        <message>
            <source>Also those that were withdrawn</source>
            <translation>Also those that were withdrawn</translation>
        </message>
        <message>
            <source>Near misses and injuries, told of on the phone in a minute or recorded here.</source>
            <translation>Near misses and injuries, told of on the phone in a minute or recorded here.</translation>
        </message>
        <message>
            <source>No incidents</source>
            <translation>No incidents</translation>
        </message>
        <message>
            <source>Accident codes…</source>
            <translation>Accident codes…</translation>
        </message>
        <message>
            <source>without those that were withdrawn</source>
            <translation>without those that were withdrawn</translation>
        </message>
        <message numerus="yes">
            <source>%n recordable injuries this year</source>
            <translation>
                <numerusform>%n recordable injury this year</numerusform>
                <numerusform>%n recordable injuries this year</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days lost</source>
            <translation>
                <numerusform>%n day lost</numerusform>
                <numerusform>%n days lost</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n near misses</source>
            <translation>
                <numerusform>%n near miss</numerusform>
                <numerusform>%n near misses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days since the last injury</source>
            <translation>
                <numerusform>%n day since the last injury</numerusform>
                <numerusform>%n days since the last injury</numerusform>
            </translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Save the report</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>Saved as {file}.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
    </context>
    <context>
        <name>InspectionPanel</name>
        <message>
            <source>anybody</source>
            <translation>anybody</translation>
        </message>
        <message>
            <source>Doubtful: {why}</source>
            <translation>Doubtful: {why}</translation>
        </message>
        <message>
            <source>Photo {number}</source>
            <translation>Photo {number}</translation>
        </message>
        <message>
            <source>Enter for someone…</source>
            <translation>Enter for someone…</translation>
        </message>
        <message>
            <source>Excuse…</source>
            <translation>Excuse…</translation>
        </message>
        <message>
            <source>Ask for it again</source>
            <translation>Ask for it again</translation>
        </message>
        <message>
            <source>Enter for someone</source>
            <translation>Enter for someone</translation>
        </message>
        <message>
            <source>Somebody was there without a phone. As no label was shown, it is marked doubtful.</source>
            <translation>Somebody was there without a phone. As no label was shown, it is marked doubtful.</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Excuse an inspection</source>
            <translation>Excuse an inspection</translation>
        </message>
        <message>
            <source>Excuse</source>
            <translation>Excuse</translation>
        </message>
        <message>
            <source>It is asked for again.</source>
            <translation>It is asked for again.</translation>
        </message>
        <message>
            <source>The inspection has been entered.</source>
            <translation>The inspection has been entered.</translation>
        </message>
        <message numerus="yes">
            <source>%n items failed: report the hazards, with photos.</source>
            <translation>
                <numerusform>%n item failed: report the hazard, with a photo.</numerusform>
                <numerusform>%n items failed: report the hazards, with photos.</numerusform>
            </translation>
        </message>
        <message>
            <source>The inspection is excused.</source>
            <translation>The inspection is excused.</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>InspectionsPage</name>
        <message>
            <source>Make an inspection plan</source>
            <translation>Make an inspection plan</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Earlier</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>Plans</translation>
        </message>
        <message>
            <source>A plan says which zones are inspected, how often and by whom. Each day's inspections follow.</source>
            <translation>A plan says which zones are inspected, how often and by whom. Each day's inspections follow.</translation>
        </message>
        <message>
            <source>No inspections yet</source>
            <translation>No inspections yet</translation>
        </message>
        <message>
            <source>Show the plan's month</source>
            <translation>Show the plan's month</translation>
        </message>
        <message>
            <source>Only this plan</source>
            <translation>Only this plan</translation>
        </message>
        <message>
            <source>{day}: {kind}</source>
            <translation>{day}: {kind}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>retired</source>
            <translation>retired</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Places</translation>
        </message>
    </context>
    <context>
        <name>InvestigationDesk</name>
        <message>
            <source>Investigation {number}</source>
            <translation>Investigation {number}</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>Branch</translation>
        </message>
        <message>
            <source>What contributed</source>
            <translation>What contributed</translation>
        </message>
        <message>
            <source>root cause</source>
            <translation>root cause</translation>
        </message>
        <message>
            <source>What is to be done, so that it does not come again</source>
            <translation>What is to be done, so that it does not come again</translation>
        </message>
        <message>
            <source>Save the whys</source>
            <translation>Save the whys</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Corrective actions, as hazards</source>
            <translation>Corrective actions, as hazards</translation>
        </message>
        <message>
            <source>Send on its way</source>
            <translation>Send on its way</translation>
        </message>
        <message>
            <source>Conclude</source>
            <translation>Conclude</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>Take away</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>It is a hazard now, and on its way.</source>
            <translation>It is a hazard now, and on its way.</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>The investigation is concluded.</source>
            <translation>The investigation is concluded.</translation>
        </message>
    </context>
    <context>
        <name>ItemAnswer</name>
        <message>
            <source>Taken on a phone only: does not apply here.</source>
            <translation>Taken on a phone only: does not apply here.</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>What is wrong</translation>
        </message>
        <message>
            <source>e.g. {day}</source>
            <translation>e.g. {day}</translation>
        </message>
        <message numerus="yes">
            <source>%n photos are there. Those chosen now take their place.</source>
            <translation>
                <numerusform>%n photo is there. Those chosen now take its place.</numerusform>
                <numerusform>%n photos are there. Those chosen now take their place.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>Not answered</translation>
        </message>
    </context>
    <context>
        <name>ItemForm</name>
        <message>
            <source>Choose an item of the list to set what it asks.</source>
            <translation>Choose an item of the list to set what it asks.</translation>
        </message>
        <message>
            <source>This item</source>
            <translation>This item</translation>
        </message>
        <message>
            <source>Must be answered</source>
            <translation>Must be answered</translation>
        </message>
        <message>
            <source>No hazard</source>
            <translation>No hazard</translation>
        </message>
        <message>
            <source>A fail opens a hazard of</source>
            <translation>A fail opens a hazard of</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>The one at the place with this unit</source>
            <translation>The one at the place with this unit</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Answers</translation>
        </message>
        <message>
            <source>is a fail</source>
            <translation>is a fail</translation>
        </message>
        <message>
            <source>Answer {n}</source>
            <translation>Answer {n}</translation>
        </message>
        <message>
            <source>Answer {n} is a fail</source>
            <translation>Answer {n} is a fail</translation>
        </message>
        <message>
            <source>Remove answer {n}</source>
            <translation>Remove answer {n}</translation>
        </message>
        <message>
            <source>One more answer</source>
            <translation>One more answer</translation>
        </message>
    </context>
    <context>
        <name>ItemList</name>
        <message>
            <source>Check items</source>
            <translation>Check items</translation>
        </message>
        <message>
            <source>(no text yet)</source>
            <translation>(no text yet)</translation>
        </message>
    </context>
    <context>
        <name>JoinPlant</name>
        <message>
            <source>Join another plant</source>
            <translation>Join another plant</translation>
        </message>
        <message>
            <source>Its figures stand beside your plant's. Nothing else of it comes to this computer.</source>
            <translation>Its figures stand beside your plant's. Nothing else of it comes to this computer.</translation>
        </message>
        <message>
            <source>paste the line, or a picture of the QR code</source>
            <translation>paste the line, or a picture of the QR code</translation>
        </message>
        <message>
            <source>Pairing line</source>
            <translation>Pairing line</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Join</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>No hub answers at this address. Check the line and the network.</source>
            <translation>No hub answers at this address. Check the line and the network.</translation>
        </message>
    </context>
    <context>
        <name>Journal</name>
        <message>
            <source>erased</source>
            <translation>erased</translation>
        </message>
        <message>
            <source>About this time: the device's clock of then can't be checked. It reached the hub at {received}.</source>
            <translation>About this time: the device's clock of then can't be checked. It reached the hub at {received}.</translation>
        </message>
        <message>
            <source>personal</source>
            <translation>personal</translation>
        </message>
        <message>
            <source>Corners: {n}</source>
            <translation>Corners: {n}</translation>
        </message>
        <message>
            <source>Photos: {n}</source>
            <translation>Photos: {n}</translation>
        </message>
    </context>
    <context>
        <name>JournalPage</name>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>What happened</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Not done</source>
            <translation>Not done</translation>
        </message>
        <message>
            <source>Check the chain</source>
            <translation>Check the chain</translation>
        </message>
        <message>
            <source>Make an audit bag</source>
            <translation>Make an audit bag</translation>
        </message>
        <message>
            <source>Open an audit bag</source>
            <translation>Open an audit bag</translation>
        </message>
        <message>
            <source>Bring back an auditor's comments</source>
            <translation>Bring back an auditor's comments</translation>
        </message>
        <message>
            <source>Also what the system notes for itself</source>
            <translation>Also what the system notes for itself</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>Filter: person, thing, what was done</source>
            <translation>Filter: person, thing, what was done</translation>
        </message>
        <message>
            <source>Nothing was done in this month.</source>
            <translation>Nothing was done in this month.</translation>
        </message>
        <message>
            <source>{month}: no entries</source>
            <translation>{month}: no entries</translation>
        </message>
        <message>
            <source>{month} is not on this computer</source>
            <translation>{month} is not on this computer</translation>
        </message>
        <message>
            <source>Its entries are being fetched, the newest first.</source>
            <translation>Its entries are being fetched, the newest first.</translation>
        </message>
        <message numerus="yes">
            <source>This computer keeps the entries of %n months; the hub has all of them. Fetching brings this month and what lies between.</source>
            <translation>
                <numerusform>This computer keeps the entries of %n month; the hub has all of them. Fetching brings this month and what lies between.</numerusform>
                <numerusform>This computer keeps the entries of %n months; the hub has all of them. Fetching brings this month and what lies between.</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetch {month}</source>
            <translation>Fetch {month}</translation>
        </message>
        <message>
            <source>All months</source>
            <translation>All months</translation>
        </message>
        <message>
            <source>{month} · at the hub</source>
            <translation>{month} · at the hub</translation>
        </message>
        <message>
            <source>Fit the filter: {n}</source>
            <translation>Fit the filter: {n}</translation>
        </message>
        <message>
            <source>Entries: {n}</source>
            <translation>Entries: {n}</translation>
        </message>
        <message numerus="yes">
            <source>%n not yet confirmed</source>
            <translation>
                <numerusform>%n not yet confirmed</numerusform>
                <numerusform>%n not yet confirmed</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking every entry…</source>
            <translation>Checking every entry…</translation>
        </message>
        <message>
            <source>Whole up to entry {n} · checked {when}</source>
            <translation>Whole up to entry {n} · checked {when}</translation>
        </message>
        <message>
            <source>Whole, {first} to {n} · checked {when}</source>
            <translation>Whole, {first} to {n} · checked {when}</translation>
        </message>
        <message>
            <source>Something was changed: {n} findings · checked {when}</source>
            <translation>Something was changed: {n} findings · checked {when}</translation>
        </message>
    </context>
    <context>
        <name>KeepingCard</name>
        <message>
            <source>Save what is kept</source>
            <translation>Save what is kept</translation>
        </message>
        <message>
            <source>stays for ever</source>
            <translation>stays for ever</translation>
        </message>
        <message>
            <source>Room on the hub's disk: {free} of {size}</source>
            <translation>Room on the hub's disk: {free} of {size}</translation>
        </message>
        <message>
            <source>The hub's log: {file}, {size}</source>
            <translation>The hub's log: {file}, {size}</translation>
        </message>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message>
            <source>{kept} · the oldest goes {when}</source>
            <translation>{kept} · the oldest goes {when}</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>Please fill in every field.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>KeptBack</name>
        <message>
            <source>{file}, kept back</source>
            <translation>{file}, kept back</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>Save what is kept back</source>
            <translation>Save what is kept back</translation>
        </message>
        <message>
            <source>What was kept back is saved.</source>
            <translation>What was kept back is saved.</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>The file could not be written: {why}</translation>
        </message>
    </context>
    <context>
        <name>KindButton</name>
        <message>
            <source>Press it, or drag it into the list</source>
            <translation>Press it, or drag it into the list</translation>
        </message>
        <message>
            <source>Press it, or drag it to where it is to stand</source>
            <translation>Press it, or drag it to where it is to stand</translation>
        </message>
    </context>
    <context>
        <name>KindPalette</name>
        <message>
            <source>Add an item</source>
            <translation>Add an item</translation>
        </message>
        <message>
            <source>Drag it into the list, or press it. Alt+↑ and Alt+↓ move an item.</source>
            <translation>Drag it into the list, or press it. Alt+↑ and Alt+↓ move an item.</translation>
        </message>
    </context>
    <context>
        <name>LabelCanvas</name>
        <message>
            <source>The label's parts</source>
            <translation>The label's parts</translation>
        </message>
    </context>
    <context>
        <name>LabelKeyCard</name>
        <message>
            <source>The hub seals each label's code with a secret key, so that nobody can make one. Take a new key when somebody may have copied the hub's folder. Labels of older keys stay good until they are revoked.</source>
            <translation>The hub seals each label's code with a secret key, so that nobody can make one. Take a new key when somebody may have copied the hub's folder. Labels of older keys stay good until they are revoked.</translation>
        </message>
        <message>
            <source>This can't be taken back. Press again to do it.</source>
            <translation>This can't be taken back. Press again to do it.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message numerus="yes">
            <source>%n labels carry an older one: on the labels page they stand under 'Sealed by an old key'.</source>
            <translation>
                <numerusform>%n label carries an older one: on the labels page it stands under 'Sealed by an old key'.</numerusform>
                <numerusform>%n labels carry an older one: on the labels page they stand under 'Sealed by an old key'.</numerusform>
            </translation>
        </message>
        <message>
            <source>Key {n} seals new labels.</source>
            <translation>Key {n} seals new labels.</translation>
        </message>
        <message>
            <source>Take the new key now</source>
            <translation>Take the new key now</translation>
        </message>
        <message>
            <source>Take a new key…</source>
            <translation>Take a new key…</translation>
        </message>
        <message>
            <source>A new key seals labels from now on.</source>
            <translation>A new key seals labels from now on.</translation>
        </message>
    </context>
    <context>
        <name>LabelLife</name>
        <message>
            <source>not scanned yet</source>
            <translation>not scanned yet</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>First scanned</source>
            <translation>First scanned</translation>
        </message>
        <message>
            <source>Can be used until</source>
            <translation>Can be used until</translation>
        </message>
        <message>
            <source>Was the blank</source>
            <translation>Was the blank</translation>
        </message>
        <message>
            <source>An older key has sealed it. It stays good; the next print gets the new one.</source>
            <translation>An older key has sealed it. It stays good; the next print gets the new one.</translation>
        </message>
        <message>
            <source>Said to be worn on {day}: {word}</source>
            <translation>Said to be worn on {day}: {word}</translation>
        </message>
        <message>
            <source>An old label (version {version}) was scanned here on {day}: replace it by the new one.</source>
            <translation>An old label (version {version}) was scanned here on {day}: replace it by the new one.</translation>
        </message>
        <message>
            <source>A label whose time is over was scanned here on {day}.</source>
            <translation>A label whose time is over was scanned here on {day}.</translation>
        </message>
        <message>
            <source>A revoked label was scanned here on {day}: take it down.</source>
            <translation>A revoked label was scanned here on {day}: take it down.</translation>
        </message>
        <message>
            <source>It is done by itself when the new label is scanned here.</source>
            <translation>It is done by itself when the new label is scanned here.</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Phones that scan this version are told that it is good no more; the others stay as they are.</source>
            <translation>Phones that scan this version are told that it is good no more; the others stay as they are.</translation>
        </message>
        <message>
            <source>All labels of this zone</source>
            <translation>All labels of this zone</translation>
        </message>
        <message>
            <source>Version {n}</source>
            <translation>Version {n}</translation>
        </message>
        <message>
            <source>Revoke it…</source>
            <translation>Revoke it…</translation>
        </message>
        <message>
            <source>It stays good until a new one is scanned here; somebody is asked to replace it.</source>
            <translation>It stays good until a new one is scanned here; somebody is asked to replace it.</translation>
        </message>
        <message>
            <source>What is wrong: torn, faded, dirty</source>
            <translation>What is wrong: torn, faded, dirty</translation>
        </message>
        <message>
            <source>Worn…</source>
            <translation>Worn…</translation>
        </message>
        <message>
            <source>Have it replaced</source>
            <translation>Have it replaced</translation>
        </message>
        <message>
            <source>Phones that scan it are told that it is good no more; the zone gets a new one.</source>
            <translation>Phones that scan it are told that it is good no more; the zone gets a new one.</translation>
        </message>
        <message>
            <source>Lost or wrong…</source>
            <translation>Lost or wrong…</translation>
        </message>
        <message>
            <source>Why: lost, on the wrong wall</source>
            <translation>Why: lost, on the wrong wall</translation>
        </message>
        <message>
            <source>Revoke</source>
            <translation>Revoke</translation>
        </message>
        <message>
            <source>After its last day phones are told that it is over. The day is printed beside the code.</source>
            <translation>After its last day phones are told that it is over. The day is printed beside the code.</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Set the last day</source>
            <translation>Set the last day</translation>
        </message>
        <message>
            <source>No end</source>
            <translation>No end</translation>
        </message>
        <message>
            <source>Temporary…</source>
            <translation>Temporary…</translation>
        </message>
    </context>
    <context>
        <name>LabelState</name>
        <message>
            <source>never printed</source>
            <translation>never printed</translation>
        </message>
        <message>
            <source>old one hangs</source>
            <translation>old one hangs</translation>
        </message>
        <message>
            <source>worn</source>
            <translation>worn</translation>
        </message>
        <message>
            <source>time is over</source>
            <translation>time is over</translation>
        </message>
        <message>
            <source>new name</source>
            <translation>new name</translation>
        </message>
        <message>
            <source>new class</source>
            <translation>new class</translation>
        </message>
        <message>
            <source>new supervisor</source>
            <translation>new supervisor</translation>
        </message>
        <message>
            <source>new phone</source>
            <translation>new phone</translation>
        </message>
        <message>
            <source>new address</source>
            <translation>new address</translation>
        </message>
        <message>
            <source>Without a label</source>
            <translation>Without a label</translation>
        </message>
        <message>
            <source>Changed since printed</source>
            <translation>Changed since printed</translation>
        </message>
        <message>
            <source>To be replaced on the wall</source>
            <translation>To be replaced on the wall</translation>
        </message>
        <message>
            <source>Printed, not scanned yet</source>
            <translation>Printed, not scanned yet</translation>
        </message>
        <message>
            <source>With an end</source>
            <translation>With an end</translation>
        </message>
        <message>
            <source>Sealed by an old key</source>
            <translation>Sealed by an old key</translation>
        </message>
        <message>
            <source>All zones</source>
            <translation>All zones</translation>
        </message>
    </context>
    <context>
        <name>LabelsPage</name>
        <message>
            <source>Print the labels of {building}</source>
            <translation>Print the labels of {building}</translation>
        </message>
        <message>
            <source>Print labels</source>
            <translation>Print labels</translation>
        </message>
        <message>
            <source>Print blank labels</source>
            <translation>Print blank labels</translation>
        </message>
        <message>
            <source>True size</source>
            <translation>True size</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>The sheet as it will come out</source>
            <translation>The sheet as it will come out</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Edit…</translation>
        </message>
        <message>
            <source>Blank labels…</source>
            <translation>Blank labels…</translation>
        </message>
        <message>
            <source>No zones yet</source>
            <translation>No zones yet</translation>
        </message>
        <message>
            <source>Each zone gets a label with a code. Workers scan it to report a hazard.</source>
            <translation>Each zone gets a label with a code. Workers scan it to report a hazard.</translation>
        </message>
        <message>
            <source>Draw zones on the map</source>
            <translation>Draw zones on the map</translation>
        </message>
        <message numerus="yes">
            <source>%n zone labels to be printed</source>
            <translation>
                <numerusform>%n zone label to be printed</numerusform>
                <numerusform>%n zone labels to be printed</numerusform>
            </translation>
        </message>
        <message>
            <source>All are printed</source>
            <translation>All are printed</translation>
        </message>
        <message numerus="yes">
            <source>%n to be replaced on the wall</source>
            <translation>
                <numerusform>%n to be replaced on the wall</numerusform>
                <numerusform>%n to be replaced on the wall</numerusform>
            </translation>
        </message>
        <message>
            <source>Sheet {here} of {all}</source>
            <translation>Sheet {here} of {all}</translation>
        </message>
        <message numerus="yes">
            <source>Print %n labels</source>
            <translation>
                <numerusform>Print %n label</numerusform>
                <numerusform>Print %n labels</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to print</source>
            <translation>Nothing to print</translation>
        </message>
        <message>
            <source>, keep back {n}</source>
            <translation>, keep back {n}</translation>
        </message>
        <message>
            <source>First sheet: {free} places free, {used} used</source>
            <translation>First sheet: {free} places free, {used} used</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>lost</translation>
        </message>
        <message>
            <source>Noted. Print a new label; it is replaced when that one is scanned there.</source>
            <translation>Noted. Print a new label; it is replaced when that one is scanned there.</translation>
        </message>
        <message>
            <source>Noted. Print the label again, so that its last day stands on it.</source>
            <translation>Noted. Print the label again, so that its last day stands on it.</translation>
        </message>
        <message>
            <source>Noted: replaced.</source>
            <translation>Noted: replaced.</translation>
        </message>
        <message>
            <source>That label is good no more. A zone left without one is at the top of the list.</source>
            <translation>That label is good no more. A zone left without one is at the top of the list.</translation>
        </message>
        <message>
            <source>{name} · mine</source>
            <translation>{name} · mine</translation>
        </message>
        <message>
            <source>It is printed into every code, so it must stay: the address, seen from a phone in the plant's network, under which this plant's hub can be opened. It can be changed in the settings; labels printed before then have to be printed again.</source>
            <translation>It is printed into every code, so it must stay: the address, seen from a phone in the plant's network, under which this plant's hub can be opened. It can be changed in the settings; labels printed before then have to be printed again.</translation>
        </message>
        <message>
            <source>Under which address do phones see the plant?</source>
            <translation>Under which address do phones see the plant?</translation>
        </message>
    </context>
    <context>
        <name>LaddersCard</name>
        <message>
            <source>Minutes after the alert</source>
            <translation>Minutes after the alert</translation>
        </message>
        <message>
            <source>Who is told as well</source>
            <translation>Who is told as well</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Save the order</source>
            <translation>Save the order</translation>
        </message>
        <message>
            <source>Drag to change who comes first; Delete takes one away. Whoever is off duty is passed over.</source>
            <translation>Drag to change who comes first; Delete takes one away. Whoever is off duty is passed over.</translation>
        </message>
        <message>
            <source>The chosen one after</source>
            <translation>The chosen one after</translation>
        </message>
        <message>
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>Learner</name>
        <message>
            <source>no post yet</source>
            <translation>no post yet</translation>
        </message>
        <message>
            <source>May not work today: something that the post asks for is missing or expired.</source>
            <translation>May not work today: something that the post asks for is missing or expired.</translation>
        </message>
        <message>
            <source>What was taught</source>
            <translation>What was taught</translation>
        </message>
        <message>
            <source>Certificate…</source>
            <translation>Certificate…</translation>
        </message>
        <message>
            <source>Set posts…</source>
            <translation>Set posts…</translation>
        </message>
        <message>
            <source>Add a certificate…</source>
            <translation>Add a certificate…</translation>
        </message>
        <message>
            <source>Certificate of training</source>
            <translation>Certificate of training</translation>
        </message>
        <message>
            <source>The certificate is kept.</source>
            <translation>The certificate is kept.</translation>
        </message>
        <message>
            <source>The posts are set.</source>
            <translation>The posts are set.</translation>
        </message>
        <message>
            <source>The certificate is kept; people are told before it ends.</source>
            <translation>The certificate is kept; people are told before it ends.</translation>
        </message>
        <message>
            <source>New certificate</source>
            <translation>New certificate</translation>
        </message>
        <message>
            <source>All of this person's training</source>
            <translation>All of this person's training</translation>
        </message>
        <message>
            <source>Reviewed or renewed…</source>
            <translation>Reviewed or renewed…</translation>
        </message>
        <message>
            <source>Withdraw…</source>
            <translation>Withdraw…</translation>
        </message>
        <message>
            <source>Reviewed or renewed</source>
            <translation>Reviewed or renewed</translation>
        </message>
        <message>
            <source>The certificate holds on.</source>
            <translation>The certificate holds on.</translation>
        </message>
        <message>
            <source>The certificate is withdrawn.</source>
            <translation>The certificate is withdrawn.</translation>
        </message>
        <message>
            <source>Withdraw a certificate</source>
            <translation>Withdraw a certificate</translation>
        </message>
        <message>
            <source>It is warned so from now on.</source>
            <translation>It is warned so from now on.</translation>
        </message>
        <message>
            <source>Early warnings</source>
            <translation>Early warnings</translation>
        </message>
    </context>
    <context>
        <name>LedgerDoor</name>
        <message>
            <source>Bring in a register from Excel…</source>
            <translation>Bring in a register from Excel…</translation>
        </message>
    </context>
    <context>
        <name>LedgerWindow</name>
        <message>
            <source>Bring in a register from Excel</source>
            <translation>Bring in a register from Excel</translation>
        </message>
        <message>
            <source>Another workbook</source>
            <translation>Another workbook</translation>
        </message>
        <message>
            <source>Save what is kept back…</source>
            <translation>Save what is kept back…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Workbooks (*.xlsx *.xlsm *.xls *.ods)</source>
            <translation>Workbooks (*.xlsx *.xlsm *.xls *.ods)</translation>
        </message>
        <message>
            <source>Choose a workbook</source>
            <translation>Choose a workbook</translation>
        </message>
        <message>
            <source>The workbook is being read…</source>
            <translation>The workbook is being read…</translation>
        </message>
        <message>
            <source>The rows are being looked at…</source>
            <translation>The rows are being looked at…</translation>
        </message>
        <message numerus="yes">
            <source>Bring in %n rows</source>
            <translation>
                <numerusform>Bring in %n row</numerusform>
                <numerusform>Bring in %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows were kept back; they are in a workbook for you to mend.</source>
            <translation>
                <numerusform>%n row was kept back; it is in a workbook for you to mend.</numerusform>
                <numerusform>%n rows were kept back; they are in a workbook for you to mend.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows were here already.</source>
            <translation>
                <numerusform>%n row was here already.</numerusform>
                <numerusform>%n rows were here already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows have come in</source>
            <translation>
                <numerusform>%n row has come in</numerusform>
                <numerusform>%n rows have come in</numerusform>
            </translation>
        </message>
        <message>
            <source>Its records stay to be seen and count for nothing. What has been worked on since is left.</source>
            <translation>Its records stay to be seen and count for nothing. What has been worked on since is left.</translation>
        </message>
        <message>
            <source>The wrong file</source>
            <translation>The wrong file</translation>
        </message>
        <message>
            <source>Brought in twice</source>
            <translation>Brought in twice</translation>
        </message>
        <message>
            <source>Columns were mixed up</source>
            <translation>Columns were mixed up</translation>
        </message>
        <message>
            <source>Take the import back</source>
            <translation>Take the import back</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Take it back</translation>
        </message>
        <message>
            <source>The import is being taken back…</source>
            <translation>The import is being taken back…</translation>
        </message>
        <message>
            <source>It was not taken back</source>
            <translation>It was not taken back</translation>
        </message>
        <message numerus="yes">
            <source>%n stay, as they have been worked on since</source>
            <translation>
                <numerusform>%n stays, as it has been worked on since</numerusform>
                <numerusform>%n stay, as they have been worked on since</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows count for nothing any more</source>
            <translation>
                <numerusform>%n row counts for nothing any more</numerusform>
                <numerusform>%n rows count for nothing any more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Ledgers</name>
        <message>
            <source>as it stands</source>
            <translation>as it stands</translation>
        </message>
        <message>
            <source>repaired</source>
            <translation>repaired</translation>
        </message>
        <message>
            <source>new</source>
            <translation>new</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>changed</translation>
        </message>
        <message>
            <source>kept back</source>
            <translation>kept back</translation>
        </message>
        <message>
            <source>here already</source>
            <translation>here already</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>{now} (was {was})</source>
            <translation>{now} (was {was})</translation>
        </message>
    </context>
    <context>
        <name>Likely</name>
        <message>
            <source>Category by earlier reports; you can change it.</source>
            <translation>Category by earlier reports; you can change it.</translation>
        </message>
    </context>
    <context>
        <name>LikenessBox</name>
        <message>
            <source>The photo that it looks like</source>
            <translation>The photo that it looks like</translation>
        </message>
        <message>
            <source>Open that hazard</source>
            <translation>Open that hazard</translation>
        </message>
        <message>
            <source>The photo after looks like the photo before of this very hazard.</source>
            <translation>The photo after looks like the photo before of this very hazard.</translation>
        </message>
        <message>
            <source>The photo after is the same as one of {number} '{what}', {ago} ago.</source>
            <translation>The photo after is the same as one of {number} '{what}', {ago} ago.</translation>
        </message>
        <message>
            <source>The photo after looks like one of {number} '{what}', {ago} ago.</source>
            <translation>The photo after looks like one of {number} '{what}', {ago} ago.</translation>
        </message>
    </context>
    <context>
        <name>LineList</name>
        <message>
            <source>To be dealt with</source>
            <translation>To be dealt with</translation>
        </message>
    </context>
    <context>
        <name>LinesView</name>
        <message>
            <source>Columns</source>
            <translation>Columns</translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>All %n</numerusform>
                <numerusform>All %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListField</name>
        <message>
            <source>Type to find</source>
            <translation>Type to find</translation>
        </message>
        <message>
            <source>The plant has none of these yet.</source>
            <translation>The plant has none of these yet.</translation>
        </message>
    </context>
    <context>
        <name>ListsPart</name>
        <message>
            <source>not needed here</source>
            <translation>not needed here</translation>
        </message>
        <message>
            <source>waits for {names}</source>
            <translation>waits for {names}</translation>
        </message>
        <message>
            <source>limit {limit}</source>
            <translation>limit {limit}</translation>
        </message>
    </context>
    <context>
        <name>Looking</name>
        <message>
            <source>Register</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Sheet</translation>
        </message>
        <message>
            <source>Year of days without one</source>
            <translation>Year of days without one</translation>
        </message>
        <message>
            <source>Days without a year are of</source>
            <translation>Days without a year are of</translation>
        </message>
        <message>
            <source>This very file has been brought in already. What you mend in it can still come in.</source>
            <translation>This very file has been brought in already. What you mend in it can still come in.</translation>
        </message>
        <message>
            <source>This file was broken off; it goes on from where it stopped.</source>
            <translation>This file was broken off; it goes on from where it stopped.</translation>
        </message>
    </context>
    <context>
        <name>LossesDialog</name>
        <message>
            <source>With these figures the annual assessment of equipment reckons losses and paybacks.</source>
            <translation>With these figures the annual assessment of equipment reckons losses and paybacks.</translation>
        </message>
        <message>
            <source>These are the program's assumptions to begin with; the plant has not set its own yet.</source>
            <translation>These are the program's assumptions to begin with; the plant has not set its own yet.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>MachinesView</name>
        <message>
            <source>Add an agent</source>
            <translation>Add an agent</translation>
        </message>
        <message>
            <source>Stops</source>
            <translation>Stops</translation>
        </message>
        <message>
            <source>Machine agents</source>
            <translation>Machine agents</translation>
        </message>
        <message>
            <source>Stops come from the MES, from files, or from an MTConnect agent.</source>
            <translation>Stops come from the MES, from files, or from an MTConnect agent.</translation>
        </message>
        <message>
            <source>An agent tells how the machines of a cell stand; what stands becomes a stop.</source>
            <translation>An agent tells how the machines of a cell stand; what stands becomes a stop.</translation>
        </message>
        <message>
            <source>No line stood in the last days</source>
            <translation>No line stood in the last days</translation>
        </message>
        <message>
            <source>No machine agents yet</source>
            <translation>No machine agents yet</translation>
        </message>
        <message>
            <source>stands</source>
            <translation>stands</translation>
        </message>
        <message>
            <source>runs again</source>
            <translation>runs again</translation>
        </message>
        <message>
            <source>planned stop</source>
            <translation>planned stop</translation>
        </message>
        <message>
            <source>unplanned stop</source>
            <translation>unplanned stop</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Stopped</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Stood for</source>
            <translation>Stood for</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Machines</source>
            <translation>Machines</translation>
        </message>
    </context>
    <context>
        <name>MajorPart</name>
        <message>
            <source>Major hazard · five requirements</source>
            <translation>Major hazard · five requirements</translation>
        </message>
        <message>
            <source>Still lacking: {fields}. Nothing is fixed or approved before.</source>
            <translation>Still lacking: {fields}. Nothing is fixed or approved before.</translation>
        </message>
        <message>
            <source>Write them down…</source>
            <translation>Write them down…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Change…</translation>
        </message>
    </context>
    <context>
        <name>ManyPeople</name>
        <message numerus="yes">
            <source>Team of %n people</source>
            <translation>
                <numerusform>Team of this person</numerusform>
                <numerusform>Team of %n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Give %n people the role</source>
            <translation>
                <numerusform>Give this person the role</numerusform>
                <numerusform>Give %n people the role</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people changed</source>
            <translation>
                <numerusform>%n person changed</numerusform>
                <numerusform>%n people changed</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>They hold this role already.</source>
            <translation>They hold this role already.</translation>
        </message>
    </context>
    <context>
        <name>Map</name>
        <message numerus="yes">
            <source>%n thing(s) here; zoom in to see each</source>
            <translation>
                <numerusform>%n thing here; zoom in to see each</numerusform>
                <numerusform>%n things here; zoom in to see each</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n inspection(s) missed</source>
            <translation>
                <numerusform>%n inspection missed</numerusform>
                <numerusform>%n inspections missed</numerusform>
            </translation>
        </message>
        <message>
            <source>check was due {day}</source>
            <translation>check was due {day}</translation>
        </message>
        <message>
            <source>next check {day}</source>
            <translation>next check {day}</translation>
        </message>
        <message>
            <source>no reading known</source>
            <translation>no reading known</translation>
        </message>
        <message>
            <source>{value}, beyond its limit</source>
            <translation>{value}, beyond its limit</translation>
        </message>
        <message>
            <source>beyond its limit</source>
            <translation>beyond its limit</translation>
        </message>
        <message>
            <source>silent since {moment}, then {value}</source>
            <translation>silent since {moment}, then {value}</translation>
        </message>
        <message>
            <source>silent since {moment}</source>
            <translation>silent since {moment}</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>To rectify</source>
            <translation>To rectify</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>Overdue {span}</source>
            <translation>Overdue {span}</translation>
        </message>
        <message>
            <source>sensor beyond its limit</source>
            <translation>sensor beyond its limit</translation>
        </message>
        <message>
            <source>{n} sensors beyond their limits</source>
            <translation>{n} sensors beyond their limits</translation>
        </message>
        <message>
            <source>sensor silent</source>
            <translation>sensor silent</translation>
        </message>
        <message>
            <source>{n} sensors silent</source>
            <translation>{n} sensors silent</translation>
        </message>
        <message>
            <source>{n} for 1st review</source>
            <translation>{n} for 1st review</translation>
        </message>
        <message>
            <source>{n} for 2nd review</source>
            <translation>{n} for 2nd review</translation>
        </message>
        <message>
            <source>{n} to rectify</source>
            <translation>{n} to rectify</translation>
        </message>
        <message>
            <source>{status} since {moment}</source>
            <translation>{status} since {moment}</translation>
        </message>
        <message>
            <source>one overdue record makes it red</source>
            <translation>one overdue record makes it red</translation>
        </message>
        <message>
            <source>a sensor beyond its limit makes it yellow</source>
            <translation>a sensor beyond its limit makes it yellow</translation>
        </message>
        <message>
            <source>one open record makes it yellow</source>
            <translation>one open record makes it yellow</translation>
        </message>
        <message>
            <source>nothing is open</source>
            <translation>nothing is open</translation>
        </message>
        <message>
            <source>a sensor is silent: nothing can be said</source>
            <translation>a sensor is silent: nothing can be said</translation>
        </message>
        <message>
            <source>no report and no label yet</source>
            <translation>no report and no label yet</translation>
        </message>
        <message>
            <source>It turns yellow with the first report.</source>
            <translation>It turns yellow with the first report.</translation>
        </message>
        <message>
            <source>It is known again as soon as the sensor is heard.</source>
            <translation>It is known again as soon as the sensor is heard.</translation>
        </message>
        <message>
            <source>Issue a label for it: from then on reports can come from here.</source>
            <translation>Issue a label for it: from then on reports can come from here.</translation>
        </message>
        <message>
            <source>Settle what is overdue ({late}): it turns yellow, {rest} stay open.</source>
            <translation>Settle what is overdue ({late}): it turns yellow, {rest} stay open.</translation>
        </message>
        <message>
            <source>Settle what is overdue ({late}): it turns yellow, as a sensor is beyond its limit.</source>
            <translation>Settle what is overdue ({late}): it turns yellow, as a sensor is beyond its limit.</translation>
        </message>
        <message>
            <source>Settle what is overdue ({late}): it turns grey, as a sensor is silent.</source>
            <translation>Settle what is overdue ({late}): it turns grey, as a sensor is silent.</translation>
        </message>
        <message>
            <source>Settle what is overdue ({late}): it turns green.</source>
            <translation>Settle what is overdue ({late}): it turns green.</translation>
        </message>
        <message>
            <source>It turns green when all {n} have passed both reviews.</source>
            <translation>It turns green when all {n} have passed both reviews.</translation>
        </message>
        <message>
            <source>It turns green when all {n} have passed both reviews and no sensor is beyond its limit.</source>
            <translation>It turns green when all {n} have passed both reviews and no sensor is beyond its limit.</translation>
        </message>
        <message>
            <source>It turns green when no sensor is beyond its limit.</source>
            <translation>It turns green when no sensor is beyond its limit.</translation>
        </message>
        <message>
            <source>to be numbered</source>
            <translation>to be numbered</translation>
        </message>
        <message>
            <source>{clock}: {status}</source>
            <translation>{clock}: {status}</translation>
        </message>
        <message>
            <source>on its way to its limit of {limit}, there {moment}</source>
            <translation>on its way to its limit of {limit}, there {moment}</translation>
        </message>
        <message>
            <source>has no limit · read {moment}</source>
            <translation>has no limit · read {moment}</translation>
        </message>
        <message>
            <source>within its limits · read {moment}</source>
            <translation>within its limits · read {moment}</translation>
        </message>
        <message>
            <source>above its limit of {limit} since {moment}</source>
            <translation>above its limit of {limit} since {moment}</translation>
        </message>
        <message>
            <source>below its limit of {limit} since {moment}</source>
            <translation>below its limit of {limit} since {moment}</translation>
        </message>
        <message>
            <source>{state}; {silent}</source>
            <translation>{state}; {silent}</translation>
        </message>
        <message>
            <source>has no limit</source>
            <translation>has no limit</translation>
        </message>
        <message>
            <source>within its limits</source>
            <translation>within its limits</translation>
        </message>
        <message>
            <source>Its calibration was due on {day}.</source>
            <translation>Its calibration was due on {day}.</translation>
        </message>
        <message>
            <source>never heard of</source>
            <translation>never heard of</translation>
        </message>
    </context>
    <context>
        <name>MapPage</name>
        <message>
            <source>Show the whole floor</source>
            <translation>Show the whole floor</translation>
        </message>
        <message>
            <source>Nearer, farther</source>
            <translation>Nearer, farther</translation>
        </message>
        <message>
            <source>Move the plan</source>
            <translation>Move the plan</translation>
        </message>
        <message>
            <source>To the next zone</source>
            <translation>To the next zone</translation>
        </message>
        <message>
            <source>Why the zone has its colour</source>
            <translation>Why the zone has its colour</translation>
        </message>
        <message>
            <source>Editing: select, move, reshape</source>
            <translation>Editing: select, move, reshape</translation>
        </message>
        <message>
            <source>Editing: draw a rectangle</source>
            <translation>Editing: draw a rectangle</translation>
        </message>
        <message>
            <source>Editing: draw a polygon</source>
            <translation>Editing: draw a polygon</translation>
        </message>
        <message>
            <source>Editing: put equipment, sensors, doors on the plan</source>
            <translation>Editing: put equipment, sensors, doors on the plan</translation>
        </message>
        <message>
            <source>Editing: take the chosen thing off the plan</source>
            <translation>Editing: take the chosen thing off the plan</translation>
        </message>
        <message>
            <source>Editing: close the polygon</source>
            <translation>Editing: close the polygon</translation>
        </message>
        <message>
            <source>Editing: drop a corner</source>
            <translation>Editing: drop a corner</translation>
        </message>
        <message>
            <source>Editing: push the zone by 0.1 m, with Shift by 1 m</source>
            <translation>Editing: push the zone by 0.1 m, with Shift by 1 m</translation>
        </message>
        <message>
            <source>Editing: give up what is in hand</source>
            <translation>Editing: give up what is in hand</translation>
        </message>
        <message>
            <source>Import a drawing</source>
            <translation>Import a drawing</translation>
        </message>
        <message>
            <source>Edit plan</source>
            <translation>Edit plan</translation>
        </message>
        <message>
            <source>Print the plan</source>
            <translation>Print the plan</translation>
        </message>
        <message>
            <source>The map on a wall: over the whole screen</source>
            <translation>The map on a wall: over the whole screen</translation>
        </message>
        <message>
            <source>Compare two moments</source>
            <translation>Compare two moments</translation>
        </message>
        <message>
            <source>Colours: live status, four colours, both</source>
            <translation>Colours: live status, four colours, both</translation>
        </message>
        <message>
            <source>Here stands the plan of your plant with its zones and their live status. Begin with a drawing of one floor: choose a DXF, SVG, PDF, PNG, JPEG or GeoJSON file, or drop it here.</source>
            <translation>Here stands the plan of your plant with its zones and their live status. Begin with a drawing of one floor: choose a DXF, SVG, PDF, PNG, JPEG or GeoJSON file, or drop it here.</translation>
        </message>
        <message>
            <source>No floor yet</source>
            <translation>No floor yet</translation>
        </message>
        <message>
            <source>'{floor}' is used no more, so editing it has ended. What was saved is kept.</source>
            <translation>'{floor}' is used no more, so editing it has ended. What was saved is kept.</translation>
        </message>
        <message>
            <source>Floor plan of {floor}: {n} zones</source>
            <translation>Floor plan of {floor}: {n} zones</translation>
        </message>
        <message>
            <source>Import · {file}</source>
            <translation>Import · {file}</translation>
        </message>
    </context>
    <context>
        <name>MapTools</name>
        <message>
            <source>Floor</source>
            <translation>Floor</translation>
        </message>
        <message>
            <source>Floors…</source>
            <translation>Floors…</translation>
        </message>
        <message>
            <source>Import drawing</source>
            <translation>Import drawing</translation>
        </message>
        <message>
            <source>Edit plan</source>
            <translation>Edit plan</translation>
        </message>
        <message>
            <source>The hub is out of reach: colours may be old.</source>
            <translation>The hub is out of reach: colours may be old.</translation>
        </message>
        <message>
            <source>No zones yet: draw them, or take them from the drawing.</source>
            <translation>No zones yet: draw them, or take them from the drawing.</translation>
        </message>
        <message>
            <source>The drawing is on its way.</source>
            <translation>The drawing is on its way.</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>Matrix</name>
        <message>
            <source>The month before</source>
            <translation>The month before</translation>
        </message>
        <message>
            <source>The month after</source>
            <translation>The month after</translation>
        </message>
        <message>
            <source>Press a day to see its records. Right-click a day's head: holiday or make-up workday.</source>
            <translation>Press a day to see its records. Right-click a day's head: holiday or make-up workday.</translation>
        </message>
        <message>
            <source>Plans by days</source>
            <translation>Plans by days</translation>
        </message>
    </context>
    <context>
        <name>MatrixGrid</name>
        <message>
            <source>Posts and what they need</source>
            <translation>Posts and what they need</translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message>
            <source>all in force</source>
            <translation>all in force</translation>
        </message>
        <message numerus="yes">
            <source>%n lack it</source>
            <translation>
                <numerusform>%n lacks it</numerusform>
                <numerusform>%n lack it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n soon over</source>
            <translation>
                <numerusform>%n soon over</numerusform>
                <numerusform>%n soon over</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MeasureForm</name>
        <message>
            <source>All of them</source>
            <translation>All of them</translation>
        </message>
    </context>
    <context>
        <name>MemberPanel</name>
        <message>
            <source>A contractor's person</source>
            <translation>A contractor's person</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>People get the contractor's role on the People page; here it is said for whom they come.</source>
            <translation>People get the contractor's role on the People page; here it is said for whom they come.</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>On the black list: {reason}</source>
            <translation>On the black list: {reason}</translation>
        </message>
        <message>
            <source>Inducted today</source>
            <translation>Inducted today</translation>
        </message>
        <message>
            <source>Photo and badge</source>
            <translation>Photo and badge</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>Print a badge…</source>
            <translation>Print a badge…</translation>
        </message>
        <message>
            <source>Take off the black list…</source>
            <translation>Take off the black list…</translation>
        </message>
        <message>
            <source>Black list…</source>
            <translation>Black list…</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Recorded.</source>
            <translation>Recorded.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Take off the black list</source>
            <translation>Take off the black list</translation>
        </message>
        <message>
            <source>Put on the black list</source>
            <translation>Put on the black list</translation>
        </message>
        <message>
            <source>Worked without a permit</source>
            <translation>Worked without a permit</translation>
        </message>
        <message>
            <source>Ignored a stop</source>
            <translation>Ignored a stop</translation>
        </message>
        <message>
            <source>False certificate</source>
            <translation>False certificate</translation>
        </message>
        <message>
            <source>Put right and checked</source>
            <translation>Put right and checked</translation>
        </message>
    </context>
    <context>
        <name>MenuField</name>
        <message>
            <source>all</source>
            <translation>all</translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>Are they the same?</source>
            <translation>Are they the same?</translation>
        </message>
        <message>
            <source>The other report</source>
            <translation>The other report</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>They are not the same</source>
            <translation>They are not the same</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>{hazard} · looks the same</source>
            <translation>{hazard} · looks the same</translation>
        </message>
        <message>
            <source>This one stays</source>
            <translation>This one stays</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>Reported</translation>
        </message>
        <message>
            <source>With</source>
            <translation>With</translation>
        </message>
        <message>
            <source>Neither can end in the other: one of them has been fixed already.</source>
            <translation>Neither can end in the other: one of them has been fixed already.</translation>
        </message>
        <message>
            <source>The other report goes into it with its photos and reporter. They can be separated again.</source>
            <translation>The other report goes into it with its photos and reporter. They can be separated again.</translation>
        </message>
    </context>
    <context>
        <name>MergingPart</name>
        <message>
            <source>Maybe the same as {number} '{what}': photos or words are alike, in the same zone.</source>
            <translation>Maybe the same as {number} '{what}': photos or words are alike, in the same zone.</translation>
        </message>
        <message>
            <source>Compare both…</source>
            <translation>Compare both…</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>Not the same</translation>
        </message>
        <message>
            <source>Merged into {number} '{what}'.</source>
            <translation>Merged into {number} '{what}'.</translation>
        </message>
        <message>
            <source>Open that one</source>
            <translation>Open that one</translation>
        </message>
        <message>
            <source>Separate again</source>
            <translation>Separate again</translation>
        </message>
        <message>
            <source>Other reports of the same</source>
            <translation>Other reports of the same</translation>
        </message>
    </context>
    <context>
        <name>ModulesCard</name>
        <message>
            <source>Begin small and switch on one after another. What is off is shown to nobody, on consoles and on phones, and does nothing by itself; its records stay.</source>
            <translation>Begin small and switch on one after another. What is off is shown to nobody, on consoles and on phones, and does nothing by itself; its records stay.</translation>
        </message>
        <message>
            <source>Only hazards and inspections</source>
            <translation>Only hazards and inspections</translation>
        </message>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Needs: {parts}.</source>
            <translation>Needs: {parts}.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>MostUrgent</name>
        <message>
            <source>First now: {zone}, {status}</source>
            <translation>First now: {zone}, {status}</translation>
        </message>
    </context>
    <context>
        <name>MusterView</name>
        <message>
            <source>Here</source>
            <translation>Here</translation>
        </message>
        <message>
            <source>Looked for</source>
            <translation>Looked for</translation>
        </message>
        <message>
            <source>Not here after all</source>
            <translation>Not here after all</translation>
        </message>
        <message>
            <source>Print the list</source>
            <translation>Print the list</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>Save as PDF…</translation>
        </message>
        <message>
            <source>End the muster</source>
            <translation>End the muster</translation>
        </message>
        <message>
            <source>Whom to call</source>
            <translation>Whom to call</translation>
        </message>
        <message numerus="yes">
            <source>%n not accounted for: end all the same</source>
            <translation>
                <numerusform>%n not accounted for: end all the same</numerusform>
                <numerusform>%n not accounted for: end all the same</numerusform>
            </translation>
        </message>
        <message>
            <source>Sent to {printer}</source>
            <translation>Sent to {printer}</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>Saved as {file}</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Show names</source>
            <translation>Show names</translation>
        </message>
        <message>
            <source>Icons only</source>
            <translation>Icons only</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Reported in {zone}: {what}</source>
            <translation>Reported in {zone}: {what}</translation>
        </message>
        <message>
            <source>{n} new reports came in</source>
            <translation>{n} new reports came in</translation>
        </message>
        <message>
            <source>Overdue in {zone}: {what}</source>
            <translation>Overdue in {zone}: {what}</translation>
        </message>
        <message>
            <source>{n} hazards have run out of time</source>
            <translation>{n} hazards have run out of time</translation>
        </message>
        <message>
            <source>Alert ({level}) waits for your answer: {rule} · {about}</source>
            <translation>Alert ({level}) waits for your answer: {rule} · {about}</translation>
        </message>
        <message>
            <source>{n} new alerts wait for your answer</source>
            <translation>{n} new alerts wait for your answer</translation>
        </message>
        <message>
            <source>A drill of alerts went to you: say on the Alerts page that it has come</source>
            <translation>A drill of alerts went to you: say on the Alerts page that it has come</translation>
        </message>
        <message>
            <source>Refused by the hub, waits for your decision: {did}</source>
            <translation>Refused by the hub, waits for your decision: {did}</translation>
        </message>
        <message>
            <source>{n} of your changes were refused and wait for your decision</source>
            <translation>{n} of your changes were refused and wait for your decision</translation>
        </message>
        <message>
            <source>The hub can't be reached since {since}. Your work is kept here.</source>
            <translation>The hub can't be reached since {since}. Your work is kept here.</translation>
        </message>
        <message>
            <source>The hub can be reached again; what was done here has been sent or is on its way.</source>
            <translation>The hub can be reached again; what was done here has been sent or is on its way.</translation>
        </message>
    </context>
    <context>
        <name>NoticesPanel</name>
        <message>
            <source>Mark all as read</source>
            <translation>Mark all as read</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Notifications</translation>
        </message>
        <message>
            <source>New reports, clocks that ran out, conflicts, and a hub that can't be reached are told here, if they concern you.</source>
            <translation>New reports, clocks that ran out, conflicts, and a hub that can't be reached are told here, if they concern you.</translation>
        </message>
        <message>
            <source>Nothing new</source>
            <translation>Nothing new</translation>
        </message>
    </context>
    <context>
        <name>NowView</name>
        <message>
            <source>As soon as somebody swipes at a door, it stands here who is in which zone.</source>
            <translation>As soon as somebody swipes at a door, it stands here who is in which zone.</translation>
        </message>
        <message>
            <source>By the doors' word nobody is on the site</source>
            <translation>By the doors' word nobody is on the site</translation>
        </message>
        <message numerus="yes">
            <source>%n on the site by the doors' word</source>
            <translation>
                <numerusform>%n on the site by the doors' word</numerusform>
                <numerusform>%n on the site by the doors' word</numerusform>
            </translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>For</source>
            <translation>For</translation>
        </message>
        <message>
            <source>Oddities</source>
            <translation>Oddities</translation>
        </message>
    </context>
    <context>
        <name>OrderPanel</name>
        <message numerus="yes">
            <source>%n points</source>
            <translation>
                <numerusform>%n point</numerusform>
                <numerusform>%n points</numerusform>
            </translation>
        </message>
        <message>
            <source>Redeemed {when}</source>
            <translation>Redeemed {when}</translation>
        </message>
        <message>
            <source>Handed out by {name}, {when}</source>
            <translation>Handed out by {name}, {when}</translation>
        </message>
        <message>
            <source>Code on the slip</source>
            <translation>Code on the slip</translation>
        </message>
        <message>
            <source>Hand out</source>
            <translation>Hand out</translation>
        </message>
        <message>
            <source>Why not, for who redeemed it</source>
            <translation>Why not, for who redeemed it</translation>
        </message>
        <message>
            <source>Cancel it</source>
            <translation>Cancel it</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>Please say why.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>OrdersView</name>
        <message>
            <source>Also what is over</source>
            <translation>Also what is over</translation>
        </message>
        <message>
            <source>What people redeem on their phones is here, to be approved and handed out.</source>
            <translation>What people redeem on their phones is here, to be approved and handed out.</translation>
        </message>
        <message>
            <source>Nothing was redeemed</source>
            <translation>Nothing was redeemed</translation>
        </message>
        <message numerus="yes">
            <source>%n to be approved</source>
            <translation>
                <numerusform>%n to be approved</numerusform>
                <numerusform>%n to be approved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to be handed out</source>
            <translation>
                <numerusform>%n to be handed out</numerusform>
                <numerusform>%n to be handed out</numerusform>
            </translation>
        </message>
        <message>
            <source>Redeemed</source>
            <translation>Redeemed</translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message>
            <source>How many rows have come in</source>
            <translation>How many rows have come in</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Save what was kept back…</source>
            <translation>Save what was kept back…</translation>
        </message>
        <message>
            <source>Take it back…</source>
            <translation>Take it back…</translation>
        </message>
        <message>
            <source>Another workbook</source>
            <translation>Another workbook</translation>
        </message>
        <message>
            <source>{n} of {all} rows have come in</source>
            <translation>{n} of {all} rows have come in</translation>
        </message>
        <message>
            <source>It can be stopped; what has come in stays.</source>
            <translation>It can be stopped; what has come in stays.</translation>
        </message>
    </context>
    <context>
        <name>OwnCategoriesCard</name>
        <message>
            <source>They are offered on phones by their pictures. Hazards keep a category that is put away.</source>
            <translation>They are offered on phones by their pictures. Hazards keep a category that is put away.</translation>
        </message>
        <message>
            <source>Add a category</source>
            <translation>Add a category</translation>
        </message>
        <message>
            <source>Name in Chinese</source>
            <translation>Name in Chinese</translation>
        </message>
        <message>
            <source>Name in English (optional)</source>
            <translation>Name in English (optional)</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Picture</translation>
        </message>
        <message>
            <source>Save the category</source>
            <translation>Save the category</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>{name} (put away)</source>
            <translation>{name} (put away)</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>Put away</translation>
        </message>
        <message>
            <source>Use again</source>
            <translation>Use again</translation>
        </message>
        <message>
            <source>The category needs a name.</source>
            <translation>The category needs a name.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Equipment &amp; doors</source>
            <translation>Equipment &amp; doors</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Alerts</translation>
        </message>
        <message>
            <source>Checklists</source>
            <translation>Checklists</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Conflicts</translation>
        </message>
        <message>
            <source>Contractors</source>
            <translation>Contractors</translation>
        </message>
        <message>
            <source>Dispatch</source>
            <translation>Dispatch</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>Page {n}</source>
            <translation>Page {n}</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Map</translation>
        </message>
        <message>
            <source>Plants</source>
            <translation>Plants</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>Hazards</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>Incidents</translation>
        </message>
        <message>
            <source>Inspections</source>
            <translation>Inspections</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Training &amp; drills</source>
            <translation>Training &amp; drills</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Points</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Risks</source>
            <translation>Risks</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
    </context>
    <context>
        <name>PairingDialog</name>
        <message>
            <source>Pair a computer</source>
            <translation>Pair a computer</translation>
        </message>
        <message>
            <source>Who will use it</source>
            <translation>Who will use it</translation>
        </message>
        <message>
            <source>QR code of the line beside it</source>
            <translation>QR code of the line beside it</translation>
        </message>
        <message>
            <source>Make a code</source>
            <translation>Make a code</translation>
        </message>
        <message>
            <source>Copy the line</source>
            <translation>Copy the line</translation>
        </message>
        <message>
            <source>On the other computer choose 'Join a hub' and paste the line, let it read a picture of the QR code, or type the address and the code. Good once, for {minutes} minutes.</source>
            <translation>On the other computer choose 'Join a hub' and paste the line, let it read a picture of the QR code, or type the address and the code. Good once, for {minutes} minutes.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>class {zone_class}</source>
            <translation>class {zone_class}</translation>
        </message>
        <message>
            <source>page</source>
            <translation>page</translation>
        </message>
        <message>
            <source>action</source>
            <translation>action</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>Nothing is called '{text}'.</source>
            <translation>Nothing is called '{text}'.</translation>
        </message>
        <message>
            <source>Pages, actions, zones, hazards, people and labels are found by name, pinyin, initials or number.</source>
            <translation>Pages, actions, zones, hazards, people and labels are found by name, pinyin, initials or number.</translation>
        </message>
        <message>
            <source>The plant's records are being read…</source>
            <translation>The plant's records are being read…</translation>
        </message>
        <message>
            <source>↑ ↓ choose · Enter opens · Esc closes · pinyin and initials work: cycj</source>
            <translation>↑ ↓ choose · Enter opens · Esc closes · pinyin and initials work: cycj</translation>
        </message>
        <message>
            <source>New rule: {line}</source>
            <translation>New rule: {line}</translation>
        </message>
    </context>
    <context>
        <name>PapersView</name>
        <message>
            <source>Papers</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>What losses cost…</source>
            <translation>What losses cost…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Save as Excel</source>
            <translation>Save as Excel</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Figures, charts, what to decide</source>
            <translation>Figures, charts, what to decide</translation>
        </message>
        <message>
            <source>Every hazard reported in the period</source>
            <translation>Every hazard reported in the period</translation>
        </message>
        <message>
            <source>Every inspection due in the period</source>
            <translation>Every inspection due in the period</translation>
        </message>
        <message>
            <source>Points given for what was reported and done</source>
            <translation>Points given for what was reported and done</translation>
        </message>
        <message>
            <source>Stock, what came and went, and what it cost</source>
            <translation>Stock, what came and went, and what it cost</translation>
        </message>
        <message>
            <source>Which posts, how much money, when it is paid back</source>
            <translation>Which posts, how much money, when it is paid back</translation>
        </message>
        <message>
            <source>For a customer's audit, without names</source>
            <translation>For a customer's audit, without names</translation>
        </message>
        <message>
            <source>Gaps by post, certificates, sessions</source>
            <translation>Gaps by post, certificates, sessions</translation>
        </message>
        <message>
            <source>Companies, papers, permits</source>
            <translation>Companies, papers, permits</translation>
        </message>
        <message>
            <source>For the authority, with the five requirements</source>
            <translation>For the authority, with the five requirements</translation>
        </message>
        <message>
            <source>Which records are evidence of which clause</source>
            <translation>Which records are evidence of which clause</translation>
        </message>
        <message>
            <source>Reports of our own</source>
            <translation>Reports of our own</translation>
        </message>
        <message>
            <source>New report…</source>
            <translation>New report…</translation>
        </message>
        <message>
            <source>being drawn…</source>
            <translation>being drawn…</translation>
        </message>
        <message>
            <source>{page} of {pages}</source>
            <translation>{page} of {pages}</translation>
        </message>
        <message numerus="yes">
            <source>%n rows in the file</source>
            <translation>
                <numerusform>%n row in the file</numerusform>
                <numerusform>%n rows in the file</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is used no more.</source>
            <translation>{name} is used no more.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>Saved as {file}</translation>
        </message>
        <message>
            <source>Given up; no file was written.</source>
            <translation>Given up; no file was written.</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>The file could not be written: {why}</translation>
        </message>
    </context>
    <context>
        <name>PasteCertificates</name>
        <message>
            <source>Certificates from Excel</source>
            <translation>Certificates from Excel</translation>
        </message>
        <message>
            <source>Copy rows with their headings in Excel: employee number or name, certificate, number, issuer, issued, valid until, review. Nothing is done before you take them over.</source>
            <translation>Copy rows with their headings in Excel: employee number or name, certificate, number, issuer, issued, valid until, review. Nothing is done before you take them over.</translation>
        </message>
        <message>
            <source>Paste again</source>
            <translation>Paste again</translation>
        </message>
        <message numerus="yes">
            <source>Take over %n certificates</source>
            <translation>
                <numerusform>Take over %n certificate</numerusform>
                <numerusform>Take over %n certificates</numerusform>
            </translation>
        </message>
        <message>
            <source>Copy what is kept back</source>
            <translation>Copy what is kept back</translation>
        </message>
        <message numerus="yes">
            <source>%n certificates have been added.</source>
            <translation>
                <numerusform>%n certificate has been added.</numerusform>
                <numerusform>%n certificates have been added.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Why not</source>
            <translation>Why not</translation>
        </message>
        <message numerus="yes">
            <source>%n rows are kept back; they are on the clipboard with the reasons.</source>
            <translation>
                <numerusform>%n row is kept back; it is on the clipboard with the reason.</numerusform>
                <numerusform>%n rows are kept back; they are on the clipboard with the reasons.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PasteWindow</name>
        <message>
            <source>Paste people from Excel</source>
            <translation>Paste people from Excel</translation>
        </message>
        <message>
            <source>Who is found by the employee number is changed, everybody else is new. An empty cell changes nothing. Nothing is done before you take the rows over.</source>
            <translation>Who is found by the employee number is changed, everybody else is new. An empty cell changes nothing. Nothing is done before you take the rows over.</translation>
        </message>
        <message>
            <source>Copy what is kept back</source>
            <translation>Copy what is kept back</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>The rows are being looked at…</source>
            <translation>The rows are being looked at…</translation>
        </message>
        <message numerus="yes">
            <source>Take over %n rows</source>
            <translation>
                <numerusform>Take over %n row</numerusform>
                <numerusform>Take over %n rows</numerusform>
            </translation>
        </message>
        <message>
            <source>The rows are being taken over…</source>
            <translation>The rows are being taken over…</translation>
        </message>
        <message numerus="yes">
            <source>%n rows are on the clipboard, with the reasons.</source>
            <translation>
                <numerusform>%n row is on the clipboard, with the reason.</numerusform>
                <numerusform>%n rows are on the clipboard, with the reasons.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PauseCard</name>
        <message>
            <source>Pause of line {line}</source>
            <translation>Pause of line {line}</translation>
        </message>
        <message>
            <source>Pause the line</source>
            <translation>Pause the line</translation>
        </message>
        <message>
            <source>Do not pause</source>
            <translation>Do not pause</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>Away until {last}</source>
            <translation>Away until {last}</translation>
        </message>
        <message>
            <source>Away from {first} to {last}</source>
            <translation>Away from {first} to {last}</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>Add a person</source>
            <translation>Add a person</translation>
        </message>
        <message>
            <source>Add a team</source>
            <translation>Add a team</translation>
        </message>
        <message>
            <source>Paste people from Excel…</source>
            <translation>Paste people from Excel…</translation>
        </message>
        <message>
            <source>People from an Excel file…</source>
            <translation>People from an Excel file…</translation>
        </message>
        <message>
            <source>Compare with WeCom or DingTalk…</source>
            <translation>Compare with WeCom or DingTalk…</translation>
        </message>
        <message>
            <source>Left, too</source>
            <translation>Left, too</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>From Excel…</source>
            <translation>From Excel…</translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n teams</source>
            <translation>
                <numerusform>%n team</numerusform>
                <numerusform>%n teams</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n away</source>
            <translation>
                <numerusform>%n away</numerusform>
                <numerusform>%n away</numerusform>
            </translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx *.xls *.ods)</source>
            <translation>Excel workbook (*.xlsx *.xls *.ods)</translation>
        </message>
        <message>
            <source>People from an Excel file</source>
            <translation>People from an Excel file</translation>
        </message>
        <message>
            <source>Set up WeCom or DingTalk first: Settings, Other ways for alerts.</source>
            <translation>Set up WeCom or DingTalk first: Settings, Other ways for alerts.</translation>
        </message>
        <message>
            <source>Absence</source>
            <translation>Absence</translation>
        </message>
    </context>
    <context>
        <name>PeopleTicks</name>
        <message>
            <source>Find by name or number</source>
            <translation>Find by name or number</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>All teams</source>
            <translation>All teams</translation>
        </message>
        <message>
            <source>Tick all shown</source>
            <translation>Tick all shown</translation>
        </message>
        <message>
            <source>Tick none</source>
            <translation>Tick none</translation>
        </message>
        <message numerus="yes">
            <source>%n ticked</source>
            <translation>
                <numerusform>%n ticked</numerusform>
                <numerusform>%n ticked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Periods</name>
        <message>
            <source>This month</source>
            <translation>This month</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Last month</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>Last year</translation>
        </message>
        <message>
            <source>Twelve months</source>
            <translation>Twelve months</translation>
        </message>
        <message>
            <source>Other days…</source>
            <translation>Other days…</translation>
        </message>
        <message>
            <source>The time before</source>
            <translation>The time before</translation>
        </message>
        <message>
            <source>A year earlier</source>
            <translation>A year earlier</translation>
        </message>
        <message>
            <source>The first year</source>
            <translation>The first year</translation>
        </message>
    </context>
    <context>
        <name>PermitPanel</name>
        <message>
            <source>Apply for a work permit</source>
            <translation>Apply for a work permit</translation>
        </message>
        <message>
            <source>Send the application</source>
            <translation>Send the application</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Print…</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>Holds</translation>
        </message>
        <message>
            <source>All measures are in place</source>
            <translation>All measures are in place</translation>
        </message>
        <message>
            <source>Sign as {part}</source>
            <translation>Sign as {part}</translation>
        </message>
        <message>
            <source>Start work</source>
            <translation>Start work</translation>
        </message>
        <message>
            <source>Go on with work</source>
            <translation>Go on with work</translation>
        </message>
        <message>
            <source>Stop the work…</source>
            <translation>Stop the work…</translation>
        </message>
        <message>
            <source>Reject…</source>
            <translation>Reject…</translation>
        </message>
        <message>
            <source>Pause…</source>
            <translation>Pause…</translation>
        </message>
        <message>
            <source>Extend</source>
            <translation>Extend</translation>
        </message>
        <message>
            <source>All in order: close the permit</source>
            <translation>All in order: close the permit</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Applied. It goes to those who sign.</source>
            <translation>Applied. It goes to those who sign.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>The measures are confirmed.</source>
            <translation>The measures are confirmed.</translation>
        </message>
        <message>
            <source>Done; the hub has confirmed it.</source>
            <translation>Done; the hub has confirmed it.</translation>
        </message>
        <message>
            <source>Stop the work</source>
            <translation>Stop the work</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Reject</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Danger on the spot</source>
            <translation>Danger on the spot</translation>
        </message>
        <message>
            <source>Measures are not in place</source>
            <translation>Measures are not in place</translation>
        </message>
        <message>
            <source>Put off to another time</source>
            <translation>Put off to another time</translation>
        </message>
        <message>
            <source>Done; those concerned are told.</source>
            <translation>Done; those concerned are told.</translation>
        </message>
        <message>
            <source>The permit is closed.</source>
            <translation>The permit is closed.</translation>
        </message>
    </context>
    <context>
        <name>PersonPanel</name>
        <message>
            <source>New person</source>
            <translation>New person</translation>
        </message>
        <message>
            <source>Add the person</source>
            <translation>Add the person</translation>
        </message>
        <message>
            <source>New team</source>
            <translation>New team</translation>
        </message>
        <message>
            <source>No leader yet</source>
            <translation>No leader yet</translation>
        </message>
        <message>
            <source>Hazards are sent to teams; each zone has one.</source>
            <translation>Hazards are sent to teams; each zone has one.</translation>
        </message>
        <message>
            <source>Add the team</source>
            <translation>Add the team</translation>
        </message>
        <message>
            <source>Erased person</source>
            <translation>Erased person</translation>
        </message>
        <message>
            <source>Has left the plant…</source>
            <translation>Has left the plant…</translation>
        </message>
        <message>
            <source>Save details</source>
            <translation>Save details</translation>
        </message>
        <message>
            <source>In an emergency, until {when}: {roles}</source>
            <translation>In an emergency, until {when}: {roles}</translation>
        </message>
        <message>
            <source>Save roles</source>
            <translation>Save roles</translation>
        </message>
        <message>
            <source>Roles are given by the hub: this needs a connection.</source>
            <translation>Roles are given by the hub: this needs a connection.</translation>
        </message>
        <message>
            <source>Signing in</source>
            <translation>Signing in</translation>
        </message>
        <message>
            <source>Cards for the doors</source>
            <translation>Cards for the doors</translation>
        </message>
        <message>
            <source>Absence and deputy</source>
            <translation>Absence and deputy</translation>
        </message>
        <message>
            <source>Left: {when}</source>
            <translation>Left: {when}</translation>
        </message>
        <message>
            <source>Personal data erased: {when}. The journal's chain is still whole.</source>
            <translation>Personal data erased: {when}. The journal's chain is still whole.</translation>
        </message>
        <message>
            <source>Erase personal data…</source>
            <translation>Erase personal data…</translation>
        </message>
        <message>
            <source>No team yet</source>
            <translation>No team yet</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>The person has been added.</source>
            <translation>The person has been added.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>The team has been added.</source>
            <translation>The team has been added.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>{roles}: these take two people. Another administrator or EHS manager agrees under settings.</source>
            <translation>{roles}: these take two people. Another administrator or EHS manager agrees under settings.</translation>
        </message>
        <message>
            <source>Takes over the post</source>
            <translation>Takes over the post</translation>
        </message>
        <message>
            <source>Deputy for the time of an absence</source>
            <translation>Deputy for the time of an absence</translation>
        </message>
        <message>
            <source>Ask for roles</source>
            <translation>Ask for roles</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Ask</translation>
        </message>
        <message>
            <source>Asked for. It waits for a second person.</source>
            <translation>Asked for. It waits for a second person.</translation>
        </message>
        <message>
            <source>From then on they can sign in no more. Their work stays.</source>
            <translation>From then on they can sign in no more. Their work stays.</translation>
        </message>
        <message>
            <source>Record as left</source>
            <translation>Record as left</translation>
        </message>
        <message>
            <source>What goes: name, number, phone, e-mail and accounts elsewhere, door swipes and cards, what incidents say of the person; on all computers, for good.
What stays: what was done and when, under 'erased', so that registers and the journal's chain stay whole.
Backups and exports made before still hold it until their time is over; after a restore it is erased again by itself.</source>
            <translation>What goes: name, number, phone, e-mail and accounts elsewhere, door swipes and cards, what incidents say of the person; on all computers, for good.
What stays: what was done and when, under 'erased', so that registers and the journal's chain stay whole.
Backups and exports made before still hold it until their time is over; after a restore it is erased again by itself.</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>Erase for good</translation>
        </message>
        <message>
            <source>Please say why the data is erased.</source>
            <translation>Please say why the data is erased.</translation>
        </message>
        <message>
            <source>Why: for example, the person asked for it</source>
            <translation>Why: for example, the person asked for it</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>PhonePreview</name>
        <message>
            <source>As a phone shows it</source>
            <translation>As a phone shows it</translation>
        </message>
    </context>
    <context>
        <name>PhotoFacts</name>
        <message>
            <source>The photo tells neither when nor where it was taken.</source>
            <translation>The photo tells neither when nor where it was taken.</translation>
        </message>
        <message>
            <source>Taken {when}</source>
            <translation>Taken {when}</translation>
        </message>
        <message>
            <source>{n} m from the zone</source>
            <translation>{n} m from the zone</translation>
        </message>
        <message>
            <source>within the zone</source>
            <translation>within the zone</translation>
        </message>
        <message>
            <source>{span} before it was handed in</source>
            <translation>{span} before it was handed in</translation>
        </message>
        <message>
            <source>{span} after the handing in</source>
            <translation>{span} after the handing in</translation>
        </message>
        <message>
            <source>{span} before the report</source>
            <translation>{span} before the report</translation>
        </message>
        <message>
            <source>{span} after the report</source>
            <translation>{span} after the report</translation>
        </message>
    </context>
    <context>
        <name>PhotoPair</name>
        <message>
            <source>After</source>
            <translation>After</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Photos before and after</source>
            <translation>Photos before and after</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Difference</translation>
        </message>
        <message>
            <source>No photo yet</source>
            <translation>No photo yet</translation>
        </message>
        <message>
            <source>This photo is not here yet; it is being fetched.</source>
            <translation>This photo is not here yet; it is being fetched.</translation>
        </message>
        <message>
            <source>Photo {n} of {many} ▸</source>
            <translation>Photo {n} of {many} ▸</translation>
        </message>
    </context>
    <context>
        <name>PhotoRelease</name>
        <message>
            <source>No faces: papers for customers may show the photos.</source>
            <translation>No faces: papers for customers may show the photos.</translation>
        </message>
        <message>
            <source>Papers for customers leave these photos out until somebody has looked for faces.</source>
            <translation>Papers for customers leave these photos out until somebody has looked for faces.</translation>
        </message>
        <message>
            <source>Not to outsiders</source>
            <translation>Not to outsiders</translation>
        </message>
        <message>
            <source>No faces</source>
            <translation>No faces</translation>
        </message>
    </context>
    <context>
        <name>PhotoSearch</name>
        <message>
            <source>Find a photo</source>
            <translation>Find a photo</translation>
        </message>
        <message>
            <source>Give it a photo: it is looked for among all photos of the plant.</source>
            <translation>Give it a photo: it is looked for among all photos of the plant.</translation>
        </message>
        <message>
            <source>Open the hazard</source>
            <translation>Open the hazard</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>No photo of the plant looks like it.</source>
            <translation>No photo of the plant looks like it.</translation>
        </message>
        <message numerus="yes">
            <source>%n photos look like it.</source>
            <translation>
                <numerusform>%n photo looks like it.</numerusform>
                <numerusform>%n photos look like it.</numerusform>
            </translation>
        </message>
        <message>
            <source>the same</source>
            <translation>the same</translation>
        </message>
        <message>
            <source>nearly the same</source>
            <translation>nearly the same</translation>
        </message>
        <message>
            <source>alike</source>
            <translation>alike</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>Taken</translation>
        </message>
        <message>
            <source>Likeness</source>
            <translation>Likeness</translation>
        </message>
    </context>
    <context>
        <name>PhotoTray</name>
        <message>
            <source>Choose photos…</source>
            <translation>Choose photos…</translation>
        </message>
        <message>
            <source>Photos (*.jpg *.jpeg *.png *.webp *.heic *.JPG *.JPEG *.PNG)</source>
            <translation>Photos (*.jpg *.jpeg *.png *.webp *.heic *.JPG *.JPEG *.PNG)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>The picture</source>
            <translation>The picture</translation>
        </message>
        <message>
            <source>It can't be read.</source>
            <translation>It can't be read.</translation>
        </message>
        <message>
            <source>{file}: {why}</source>
            <translation>{file}: {why}</translation>
        </message>
        <message>
            <source>The photo is being made ready…</source>
            <translation>The photo is being made ready…</translation>
        </message>
        <message>
            <source>Or drop photos here, or paste one with Ctrl+V. At most {n}.</source>
            <translation>Or drop photos here, or paste one with Ctrl+V. At most {n}.</translation>
        </message>
        <message>
            <source>Take this photo out again</source>
            <translation>Take this photo out again</translation>
        </message>
    </context>
    <context>
        <name>Picker</name>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>PlanDialog</name>
        <message>
            <source>Five requirements of a major hazard</source>
            <translation>Five requirements of a major hazard</translation>
        </message>
        <message>
            <source>Write it down</source>
            <translation>Write it down</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Fixing begins, and the fix can be approved, only once all of this is written down.</source>
            <translation>Fixing begins, and the fix can be approved, only once all of this is written down.</translation>
        </message>
        <message>
            <source>Still lacking: {fields}</source>
            <translation>Still lacking: {fields}</translation>
        </message>
    </context>
    <context>
        <name>PlanPanel</name>
        <message>
            <source>New inspection plan</source>
            <translation>New inspection plan</translation>
        </message>
        <message>
            <source>Drag the zones into the order in which they are walked.</source>
            <translation>Drag the zones into the order in which they are walked.</translation>
        </message>
        <message>
            <source>Propose the shortest order</source>
            <translation>Propose the shortest order</translation>
        </message>
        <message>
            <source>Draw the round on the plan…</source>
            <translation>Draw the round on the plan…</translation>
        </message>
        <message>
            <source>anybody</source>
            <translation>anybody</translation>
        </message>
        <message>
            <source>No checklist</source>
            <translation>No checklist</translation>
        </message>
        <message>
            <source>{name} (ready)</source>
            <translation>{name} (ready)</translation>
        </message>
        <message>
            <source>e.g. 08:00 14:00; none: any time of the day</source>
            <translation>e.g. 08:00 14:00; none: any time of the day</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Use again</source>
            <translation>Use again</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>The plan has been made; its inspections appear as soon as the hub has it.</source>
            <translation>The plan has been made; its inspections appear as soon as the hub has it.</translation>
        </message>
        <message>
            <source>The plan has been changed.</source>
            <translation>The plan has been changed.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>PlanPrintDialog</name>
        <message>
            <source>Print the plan</source>
            <translation>Print the plan</translation>
        </message>
        <message>
            <source>How far the pages have been drawn</source>
            <translation>How far the pages have been drawn</translation>
        </message>
        <message>
            <source>Previous sheet</source>
            <translation>Previous sheet</translation>
        </message>
        <message>
            <source>Next sheet</source>
            <translation>Next sheet</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>This computer has no printer: save the pages as a file.</source>
            <translation>This computer has no printer: save the pages as a file.</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>landscape</source>
            <translation>landscape</translation>
        </message>
        <message>
            <source>portrait</source>
            <translation>portrait</translation>
        </message>
        <message>
            <source>1:{scale} on {paper}, {way}</source>
            <translation>1:{scale} on {paper}, {way}</translation>
        </message>
        <message>
            <source>{paper}, {way}</source>
            <translation>{paper}, {way}</translation>
        </message>
        <message numerus="yes">
            <source>%n pages</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message>
            <source>{page} of {pages}</source>
            <translation>{page} of {pages}</translation>
        </message>
        <message>
            <source>Take 1:{scale}</source>
            <translation>Take 1:{scale}</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>Saved as {file}</translation>
        </message>
        <message>
            <source>Sent to {printer}</source>
            <translation>Sent to {printer}</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>The file could not be written: {why}</translation>
        </message>
    </context>
    <context>
        <name>PlanView</name>
        <message>
            <source>Floor plan</source>
            <translation>Floor plan</translation>
        </message>
    </context>
    <context>
        <name>PlantCard</name>
        <message>
            <source>The plant now</source>
            <translation>The plant now</translation>
        </message>
        <message>
            <source>Open the map</source>
            <translation>Open the map</translation>
        </message>
        <message>
            <source>The hub is out of reach: colours may be old.</source>
            <translation>The hub is out of reach: colours may be old.</translation>
        </message>
    </context>
    <context>
        <name>PointsPage</name>
        <message>
            <source>Points: the ranking</source>
            <translation>Points: the ranking</translation>
        </message>
        <message>
            <source>Shop: goods and stock</source>
            <translation>Shop: goods and stock</translation>
        </message>
        <message>
            <source>Shop: what was redeemed</source>
            <translation>Shop: what was redeemed</translation>
        </message>
        <message>
            <source>Department score</source>
            <translation>Department score</translation>
        </message>
        <message>
            <source>Points given by hand</source>
            <translation>Points given by hand</translation>
        </message>
        <message>
            <source>Doubts and re-checks</source>
            <translation>Doubts and re-checks</translation>
        </message>
        <message>
            <source>What earns points</source>
            <translation>What earns points</translation>
        </message>
        <message>
            <source>Ranking</source>
            <translation>Ranking</translation>
        </message>
        <message>
            <source>Goods</source>
            <translation>Goods</translation>
        </message>
        <message>
            <source>Redemptions</source>
            <translation>Redemptions</translation>
        </message>
        <message>
            <source>Departments' score</source>
            <translation>Departments' score</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>By hand</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Checks</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Figures</translation>
        </message>
    </context>
    <context>
        <name>PositionDialog</name>
        <message>
            <source>Position on the earth</source>
            <translation>Position on the earth</translation>
        </message>
        <message>
            <source>Coordinates are</source>
            <translation>Coordinates are</translation>
        </message>
        <message>
            <source>WGS-84 (GPS, Google Earth)</source>
            <translation>WGS-84 (GPS, Google Earth)</translation>
        </message>
        <message>
            <source>GCJ-02 (Amap, Tencent maps)</source>
            <translation>GCJ-02 (Amap, Tencent maps)</translation>
        </message>
        <message>
            <source>Control points</source>
            <translation>Control points</translation>
        </message>
        <message>
            <source>x (m)</source>
            <translation>x (m)</translation>
        </message>
        <message>
            <source>y (m)</source>
            <translation>y (m)</translation>
        </message>
        <message>
            <source>Longitude, latitude</source>
            <translation>Longitude, latitude</translation>
        </message>
        <message>
            <source>Off (m)</source>
            <translation>Off (m)</translation>
        </message>
        <message>
            <source>Save position</source>
            <translation>Save position</translation>
        </message>
        <message>
            <source>Remove point</source>
            <translation>Remove point</translation>
        </message>
        <message>
            <source>Remove position</source>
            <translation>Remove position</translation>
        </message>
        <message>
            <source>Click a place on the plan that you also find on a map, such as a corner of the building, and type its longitude and latitude. Three at least, four or more are better.</source>
            <translation>Click a place on the plan that you also find on a map, such as a corner of the building, and type its longitude and latitude. Three at least, four or more are better.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Largest error {worst} m, scale {scale}, turned by {turn}°</source>
            <translation>Largest error {worst} m, scale {scale}, turned by {turn}°</translation>
        </message>
        <message>
            <source>The plan would be mirrored: two points are mixed up, or longitude and latitude are.</source>
            <translation>The plan would be mirrored: two points are mixed up, or longitude and latitude are.</translation>
        </message>
        <message>
            <source>The plan's scale is {percent} % off the earth's: check its unit and scale.</source>
            <translation>The plan's scale is {percent} % off the earth's: check its unit and scale.</translation>
        </message>
        <message>
            <source>A point is more than a metre off: check the one with the largest error.</source>
            <translation>A point is more than a metre off: check the one with the largest error.</translation>
        </message>
    </context>
    <context>
        <name>PrintChoices</name>
        <message>
            <source>What is printed</source>
            <translation>What is printed</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>Whichever is larger</source>
            <translation>Whichever is larger</translation>
        </message>
        <message>
            <source>Landscape</source>
            <translation>Landscape</translation>
        </message>
        <message>
            <source>Portrait</source>
            <translation>Portrait</translation>
        </message>
        <message>
            <source>Orientation</source>
            <translation>Orientation</translation>
        </message>
        <message>
            <source>As large as fits</source>
            <translation>As large as fits</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>Scale</translation>
        </message>
        <message>
            <source>Drawing under the zones</source>
            <translation>Drawing under the zones</translation>
        </message>
        <message>
            <source>Equipment, sensors and doors</source>
            <translation>Equipment, sensors and doors</translation>
        </message>
        <message>
            <source>Several sheets if need be</source>
            <translation>Several sheets if need be</translation>
        </message>
        <message>
            <source>Plan with live status</source>
            <translation>Plan with live status</translation>
        </message>
        <message>
            <source>Four-colour risk map</source>
            <translation>Four-colour risk map</translation>
        </message>
        <message>
            <source>Both: four colours and live status</source>
            <translation>Both: four colours and live status</translation>
        </message>
        <message>
            <source>Risk notice board</source>
            <translation>Risk notice board</translation>
        </message>
        <message>
            <source>Risk notice cards, one a zone</source>
            <translation>Risk notice cards, one a zone</translation>
        </message>
        <message>
            <source>Risk list</source>
            <translation>Risk list</translation>
        </message>
        <message>
            <source>List of measures and responsibility</source>
            <translation>List of measures and responsibility</translation>
        </message>
        <message>
            <source>Hazard list</source>
            <translation>Hazard list</translation>
        </message>
    </context>
    <context>
        <name>PrintDesk</name>
        <message>
            <source>zone-labels</source>
            <translation>zone-labels</translation>
        </message>
        <message>
            <source>blank-labels</source>
            <translation>blank-labels</translation>
        </message>
        <message>
            <source>Kept back, not printed: {kept}</source>
            <translation>Kept back, not printed: {kept}</translation>
        </message>
        <message numerus="yes">
            <source>%n labels are in {file}.</source>
            <translation>
                <numerusform>%n label is in {file}.</numerusform>
                <numerusform>%n labels are in {file}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message numerus="yes">
            <source>%n labels went to {printer}.</source>
            <translation>
                <numerusform>%n label went to {printer}.</numerusform>
                <numerusform>%n labels went to {printer}.</numerusform>
            </translation>
        </message>
        <message>
            <source>The file could not be written; nothing was printed. ({why})</source>
            <translation>The file could not be written; nothing was printed. ({why})</translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message>
            <source>Where should the labels go?</source>
            <translation>Where should the labels go?</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>Where to</translation>
        </message>
        <message numerus="yes">
            <source>Print %n labels</source>
            <translation>
                <numerusform>Print %n label</numerusform>
                <numerusform>Print %n labels</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>It is printed dot by dot in its true size; the printer's own scaling is not asked.</source>
            <translation>It is printed dot by dot in its true size; the printer's own scaling is not asked.</translation>
        </message>
        <message>
            <source>This computer has no printer. Labels can go to a label printer in the network or into a file.</source>
            <translation>This computer has no printer. Labels can go to a label printer in the network or into a file.</translation>
        </message>
        <message>
            <source>Address of the label printer</source>
            <translation>Address of the label printer</translation>
        </message>
        <message>
            <source>Address, such as 192.168.1.50</source>
            <translation>Address, such as 192.168.1.50</translation>
        </message>
        <message>
            <source>Command language</source>
            <translation>Command language</translation>
        </message>
        <message>
            <source>Resolution of the head</source>
            <translation>Resolution of the head</translation>
        </message>
        <message>
            <source>Both stand on the plate under the printer. Codes and Chinese text need no font in the printer.</source>
            <translation>Both stand on the plate under the printer. Codes and Chinese text need no font in the printer.</translation>
        </message>
        <message>
            <source>A PDF or a picture; for label printers also ZPL and TSPL.</source>
            <translation>A PDF or a picture; for label printers also ZPL and TSPL.</translation>
        </message>
        <message>
            <source>A printer of this computer</source>
            <translation>A printer of this computer</translation>
        </message>
        <message>
            <source>A label printer in the network</source>
            <translation>A label printer in the network</translation>
        </message>
        <message>
            <source>A file</source>
            <translation>A file</translation>
        </message>
        <message>
            <source>This paper is a sheet for office printers. Choose a roll on the page before.</source>
            <translation>This paper is a sheet for office printers. Choose a roll on the page before.</translation>
        </message>
    </context>
    <context>
        <name>PrintJob</name>
        <message numerus="yes">
            <source>%n labels are being issued by the hub…</source>
            <translation>
                <numerusform>%n label is being issued by the hub…</numerusform>
                <numerusform>%n labels are being issued by the hub…</numerusform>
            </translation>
        </message>
        <message>
            <source>The sheet is being drawn and read back…</source>
            <translation>The sheet is being drawn and read back…</translation>
        </message>
    </context>
    <context>
        <name>ProofPanel</name>
        <message>
            <source>What is so with the label</source>
            <translation>What is so with the label</translation>
        </message>
        <message>
            <source>The sheet</source>
            <translation>The sheet</translation>
        </message>
        <message>
            <source>Each code is rendered and read back…</source>
            <translation>Each code is rendered and read back…</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Tick zones at the left; the sheet shows at once how they will come out.</source>
            <translation>Tick zones at the left; the sheet shows at once how they will come out.</translation>
        </message>
        <message>
            <source>Kept back: {name}</source>
            <translation>Kept back: {name}</translation>
        </message>
        <message>
            <source>This zone has no label yet: its code gets its seal from the hub when you print.</source>
            <translation>This zone has no label yet: its code gets its seal from the hub when you print.</translation>
        </message>
        <message>
            <source>Measured on the rendered page</source>
            <translation>Measured on the rendered page</translation>
        </message>
        <message>
            <source>{n} modules</source>
            <translation>{n} modules</translation>
        </message>
        <message>
            <source>Read back</source>
            <translation>Read back</translation>
        </message>
        <message>
            <source>yes, the same text</source>
            <translation>yes, the same text</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>Quiet zone (4 needed)</source>
            <translation>Quiet zone (4 needed)</translation>
        </message>
        <message>
            <source>One module</source>
            <translation>One module</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Contrast</translation>
        </message>
        <message>
            <source>Error correction left</source>
            <translation>Error correction left</translation>
        </message>
        <message>
            <source>Reading distance</source>
            <translation>Reading distance</translation>
        </message>
        <message>
            <source>up to about {n} cm</source>
            <translation>up to about {n} cm</translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message>
            <source>Waiting for review</source>
            <translation>Waiting for review</translation>
        </message>
        <message>
            <source>Hazards that wait for a review</source>
            <translation>Hazards that wait for a review</translation>
        </message>
        <message>
            <source>Nothing waits for your review.</source>
            <translation>Nothing waits for your review.</translation>
        </message>
    </context>
    <context>
        <name>QueueSide</name>
        <message>
            <source>Approved today</source>
            <translation>Approved today</translation>
        </message>
        <message>
            <source>Returned today</source>
            <translation>Returned today</translation>
        </message>
        <message>
            <source>Back to the list (Esc)</source>
            <translation>Back to the list (Esc)</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Back to the list</translation>
        </message>
        <message>
            <source>Review desk</source>
            <translation>Review desk</translation>
        </message>
        <message>
            <source>most urgent first</source>
            <translation>most urgent first</translation>
        </message>
        <message>
            <source>{n} for me</source>
            <translation>{n} for me</translation>
        </message>
        <message>
            <source>photos here: {ready} of {all}</source>
            <translation>photos here: {ready} of {all}</translation>
        </message>
        <message numerus="yes">
            <source>%n hazards</source>
            <translation>
                <numerusform>%n hazard</numerusform>
                <numerusform>%n hazards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Ranking</name>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>Teams</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>Departments</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>This month</translation>
        </message>
        <message>
            <source>This quarter</source>
            <translation>This quarter</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>All time</source>
            <translation>All time</translation>
        </message>
        <message>
            <source>Span</source>
            <translation>Span</translation>
        </message>
        <message>
            <source>Points come when an inspection or a reported hazard was found valid.</source>
            <translation>Points come when an inspection or a reported hazard was found valid.</translation>
        </message>
        <message>
            <source>Nobody has earned points yet</source>
            <translation>Nobody has earned points yet</translation>
        </message>
        <message>
            <source>Who wishes so stands under a pseudonym.</source>
            <translation>Who wishes so stands under a pseudonym.</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Earned</source>
            <translation>Earned</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>For each person</source>
            <translation>For each person</translation>
        </message>
    </context>
    <context>
        <name>ReachBar</name>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Fetch {month}</source>
            <translation>Fetch {month}</translation>
        </message>
        <message>
            <source>The hub's older entries don't lead to those here: none was taken over, and nothing was changed here. Tell the administrator.</source>
            <translation>The hub's older entries don't lead to those here: none was taken over, and nothing was changed here. Tell the administrator.</translation>
        </message>
        <message numerus="yes">
            <source>Those older than %n months stay until {day}; the hub keeps them.</source>
            <translation>
                <numerusform>Those older than %n month stay until {day}; the hub keeps them.</numerusform>
                <numerusform>Those older than %n months stay until {day}; the hub keeps them.</numerusform>
            </translation>
        </message>
        <message>
            <source>All entries since the plant was founded are here.</source>
            <translation>All entries since the plant was founded are here.</translation>
        </message>
        <message>
            <source>Entries from {day} on are here; this computer is fetching those before.</source>
            <translation>Entries from {day} on are here; this computer is fetching those before.</translation>
        </message>
        <message>
            <source>Entries from {day} on are here; the hub has none before them.</source>
            <translation>Entries from {day} on are here; the hub has none before them.</translation>
        </message>
        <message numerus="yes">
            <source>Entries from {day} on are here; the hub has %n older ones.</source>
            <translation>
                <numerusform>Entries from {day} on are here; the hub has %n older one.</numerusform>
                <numerusform>Entries from {day} on are here; the hub has %n older ones.</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetching entries back to {month}: {day} is reached.</source>
            <translation>Fetching entries back to {month}: {day} is reached.</translation>
        </message>
        <message>
            <source>The hub can't be reached. Entries back to {month} are fetched as soon as it can; those here stay as they are.</source>
            <translation>The hub can't be reached. Entries back to {month} are fetched as soon as it can; those here stay as they are.</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>Or in your own words</source>
            <translation>Or in your own words</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>RecheckPanel</name>
        <message>
            <source>Random re-check</source>
            <translation>Random re-check</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>{name} looks at it by {moment}</source>
            <translation>{name} looks at it by {moment}</translation>
        </message>
        <message>
            <source>Whom it was given to answers, or the safety office.</source>
            <translation>Whom it was given to answers, or the safety office.</translation>
        </message>
        <message>
            <source>What was seen on the spot</source>
            <translation>What was seen on the spot</translation>
        </message>
        <message>
            <source>Can't be looked at</source>
            <translation>Can't be looked at</translation>
        </message>
        <message>
            <source>Not as told</source>
            <translation>Not as told</translation>
        </message>
        <message>
            <source>As told</source>
            <translation>As told</translation>
        </message>
        <message>
            <source>Please say what was seen.</source>
            <translation>Please say what was seen.</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>Please say why.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>RecordsPanel</name>
        <message numerus="yes">
            <source>%n hazards</source>
            <translation>
                <numerusform>%n hazard</numerusform>
                <numerusform>%n hazards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more: narrow the period to see them.</source>
            <translation>
                <numerusform>… and %n more: narrow the period to see it.</numerusform>
                <numerusform>… and %n more: narrow the period to see them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportCard</name>
        <message>
            <source>Add a reader</source>
            <translation>Add a reader</translation>
        </message>
        <message>
            <source>Save the readers</source>
            <translation>Save the readers</translation>
        </message>
        <message>
            <source>At eight in the morning of this day the report of the month before goes out as a PDF. Who has no e-mail address hears by another way that it is there.</source>
            <translation>At eight in the morning of this day the report of the month before goes out as a PDF. Who has no e-mail address hears by another way that it is there.</translation>
        </message>
        <message>
            <source>day {n}</source>
            <translation>day {n}</translation>
        </message>
        <message>
            <source>not at all</source>
            <translation>not at all</translation>
        </message>
        <message>
            <source>{name} (no e-mail)</source>
            <translation>{name} (no e-mail)</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation>Take off the list</translation>
        </message>
        <message>
            <source>Add a reader…</source>
            <translation>Add a reader…</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Report a hazard</source>
            <translation>Report a hazard</translation>
        </message>
        <message>
            <source>Report it</source>
            <translation>Report it</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Photos</translation>
        </message>
        <message>
            <source>Choose the zone…</source>
            <translation>Choose the zone…</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>{count} in {days} d</source>
            <translation>{count} in {days} d</translation>
        </message>
        <message>
            <source>{a}–{b} days</source>
            <translation>{a}–{b} days</translation>
        </message>
        <message>
            <source>over {a} days</source>
            <translation>over {a} days</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} h</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <source>Figures and charts</source>
            <translation>Figures and charts</translation>
        </message>
        <message>
            <source>Reports to hand on</source>
            <translation>Reports to hand on</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>Analysis</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>Compared with</translation>
        </message>
        <message>
            <source>Figures, charts and reports come from hazards and inspections, as soon as there are some.</source>
            <translation>Figures, charts and reports come from hazards and inspections, as soon as there are some.</translation>
        </message>
        <message>
            <source>Nothing to report yet</source>
            <translation>Nothing to report yet</translation>
        </message>
        <message>
            <source>against</source>
            <translation>against</translation>
        </message>
        <message>
            <source>being reckoned…</source>
            <translation>being reckoned…</translation>
        </message>
    </context>
    <context>
        <name>ReviewDesk</name>
        <message>
            <source>Write them down…</source>
            <translation>Write them down…</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Fix</source>
            <translation>Fix</translation>
        </message>
        <message>
            <source>Whole photos</source>
            <translation>Whole photos</translation>
        </message>
        <message>
            <source>Turn both photos (T)</source>
            <translation>Turn both photos (T)</translation>
        </message>
        <message>
            <source>Find elsewhere…</source>
            <translation>Find elsewhere…</translation>
        </message>
        <message>
            <source>Find this photo among all photos (F)</source>
            <translation>Find this photo among all photos (F)</translation>
        </message>
        <message>
            <source> or </source>
            <translation> or </translation>
        </message>
        <message>
            <source>Major hazard, still lacking: {fields}. It can't be approved before.</source>
            <translation>Major hazard, still lacking: {fields}. It can't be approved before.</translation>
        </message>
        <message>
            <source>The photos have changed since you looked: look again.</source>
            <translation>The photos have changed since you looked: look again.</translation>
        </message>
        <message>
            <source>all photos seen</source>
            <translation>all photos seen</translation>
        </message>
        <message>
            <source>seen {done} of {all} photos</source>
            <translation>seen {done} of {all} photos</translation>
        </message>
        <message>
            <source>Linked zoom {percent} %</source>
            <translation>Linked zoom {percent} %</translation>
        </message>
    </context>
    <context>
        <name>Revoked</name>
        <message>
            <source>Save what waits to a file…</source>
            <translation>Save what waits to a file…</translation>
        </message>
        <message>
            <source>Pairing code</source>
            <translation>Pairing code</translation>
        </message>
        <message>
            <source>Pair this computer again</source>
            <translation>Pair this computer again</translation>
        </message>
        <message>
            <source>This computer has been revoked</source>
            <translation>This computer has been revoked</translation>
        </message>
        <message>
            <source>Somebody has revoked this computer, perhaps because it was taken for lost. The hub takes nothing from it and gives it nothing.</source>
            <translation>Somebody has revoked this computer, perhaps because it was taken for lost. The hub takes nothing from it and gives it nothing.</translation>
        </message>
        <message>
            <source>If it is yours, ask your administrator for a pairing code. What waits is then sent.</source>
            <translation>If it is yours, ask your administrator for a pairing code. What waits is then sent.</translation>
        </message>
        <message>
            <source>A picture of the QR code may be pasted here, too (Ctrl+V).</source>
            <translation>A picture of the QR code may be pasted here, too (Ctrl+V).</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) you did are kept on this computer and not yet sent.</source>
            <translation>
                <numerusform>%n thing you did is kept on this computer and not yet sent.</numerusform>
                <numerusform>%n things you did are kept on this computer and not yet sent.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything done on it had been sent before.</source>
            <translation>Everything done on it had been sent before.</translation>
        </message>
        <message>
            <source>Save what waits</source>
            <translation>Save what waits</translation>
        </message>
        <message>
            <source>Done on this computer and not yet sent, until {when}</source>
            <translation>Done on this computer and not yet sent, until {when}</translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s)</source>
            <translation>
                <numerusform>%n operation</numerusform>
                <numerusform>%n operations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved: {what} ({size}) in {file}</source>
            <translation>Saved: {what} ({size}) in {file}</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) are not on this computer and could not be saved.</source>
            <translation>
                <numerusform>%n picture is not on this computer and could not be saved.</numerusform>
                <numerusform>%n pictures are not on this computer and could not be saved.</numerusform>
            </translation>
        </message>
        <message>
            <source>It could not be saved: {why}</source>
            <translation>It could not be saved: {why}</translation>
        </message>
    </context>
    <context>
        <name>RightsModel</name>
        <message>
            <source>Deed</source>
            <translation>Deed</translation>
        </message>
        <message>
            <source>Separation of duties leaves this as it is.</source>
            <translation>Separation of duties leaves this as it is.</translation>
        </message>
    </context>
    <context>
        <name>RightsWindow</name>
        <message>
            <source>Who may do what</source>
            <translation>Who may do what</translation>
        </message>
        <message>
            <source>Find a deed</source>
            <translation>Find a deed</translation>
        </message>
        <message>
            <source>Where there is no box, separation of duties leaves it as it is: reviews, accounts and what takes two people are fixed. A star marks what this plant has set. Some deeds ask for more, such as one's own team.</source>
            <translation>Where there is no box, separation of duties leaves it as it is: reviews, accounts and what takes two people are fixed. A star marks what this plant has set. Some deeds ask for more, such as one's own team.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message numerus="yes">
            <source>Save %n changes</source>
            <translation>
                <numerusform>Save %n change</numerusform>
                <numerusform>Save %n changes</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing changed</source>
            <translation>Nothing changed</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>RiskPage</name>
        <message>
            <source>Add a risk point</source>
            <translation>Add a risk point</translation>
        </message>
        <message>
            <source>The worst residual risk of these zones stands for another class. Click to take it:</source>
            <translation>The worst residual risk of these zones stands for another class. Click to take it:</translation>
        </message>
        <message>
            <source>Say what can go wrong in a zone and how bad it is; the four-colour map follows from it.</source>
            <translation>Say what can go wrong in a zone and how bad it is; the four-colour map follows from it.</translation>
        </message>
        <message>
            <source>No risk points yet</source>
            <translation>No risk points yet</translation>
        </message>
        <message>
            <source>Bounds of the levels…</source>
            <translation>Bounds of the levels…</translation>
        </message>
        <message numerus="yes">
            <source>%n risk points</source>
            <translation>
                <numerusform>%n risk point</numerusform>
                <numerusform>%n risk points</numerusform>
            </translation>
        </message>
        <message>
            <source>The new bounds hold from now on.</source>
            <translation>The new bounds hold from now on.</translation>
        </message>
        <message>
            <source>{zone}: {old} → {new}</source>
            <translation>{zone}: {old} → {new}</translation>
        </message>
        <message>
            <source>Give the zone the class of its worst residual risk</source>
            <translation>Give the zone the class of its worst residual risk</translation>
        </message>
        <message>
            <source>{zone} is class {letter} now.</source>
            <translation>{zone} is class {letter} now.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Residual</source>
            <translation>Residual</translation>
        </message>
        <message>
            <source>Inherent</source>
            <translation>Inherent</translation>
        </message>
    </context>
    <context>
        <name>RiskPanel</name>
        <message>
            <source>Inherent</source>
            <translation>Inherent</translation>
        </message>
        <message>
            <source>Residual</source>
            <translation>Residual</translation>
        </message>
        <message>
            <source>Set directly: {reason} ({source})</source>
            <translation>Set directly: {reason} ({source})</translation>
        </message>
        <message>
            <source>What if</source>
            <translation>What if</translation>
        </message>
        <message>
            <source>New risk point</source>
            <translation>New risk point</translation>
        </message>
        <message>
            <source>Add the risk point</source>
            <translation>Add the risk point</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>Nobody yet</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>no day set</source>
            <translation>no day set</translation>
        </message>
        <message>
            <source>Control measures</source>
            <translation>Control measures</translation>
        </message>
        <message>
            <source>None yet.</source>
            <translation>None yet.</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>planned</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Add a measure</source>
            <translation>Add a measure</translation>
        </message>
        <message>
            <source>Assess again</source>
            <translation>Assess again</translation>
        </message>
        <message>
            <source>Set the level…</source>
            <translation>Set the level…</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>The risk point has been added.</source>
            <translation>The risk point has been added.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Assessed again.</source>
            <translation>Assessed again.</translation>
        </message>
        <message>
            <source>A day as 2027-03-31</source>
            <translation>A day as 2027-03-31</translation>
        </message>
        <message>
            <source>Changed.</source>
            <translation>Changed.</translation>
        </message>
        <message>
            <source>Control measure</source>
            <translation>Control measure</translation>
        </message>
        <message>
            <source>The measure has been saved.</source>
            <translation>The measure has been saved.</translation>
        </message>
        <message>
            <source>The measure has been removed.</source>
            <translation>The measure has been removed.</translation>
        </message>
        <message>
            <source>Set the level directly</source>
            <translation>Set the level directly</translation>
        </message>
        <message>
            <source>By the numbers</source>
            <translation>By the numbers</translation>
        </message>
        <message>
            <source>The level has been set.</source>
            <translation>The level has been set.</translation>
        </message>
        <message>
            <source>The risk point is retired.</source>
            <translation>The risk point is retired.</translation>
        </message>
    </context>
    <context>
        <name>RoundDialog</name>
        <message>
            <source>The round on the plan</source>
            <translation>The round on the plan</translation>
        </message>
        <message>
            <source>Floor</source>
            <translation>Floor</translation>
        </message>
        <message>
            <source>Order of the walk</source>
            <translation>Order of the walk</translation>
        </message>
        <message>
            <source>Press a zone to take it in. Carry a number onto another, or drag in the list, to change the order.</source>
            <translation>Press a zone to take it in. Carry a number onto another, or drag in the list, to change the order.</translation>
        </message>
        <message>
            <source>Propose the shortest order</source>
            <translation>Propose the shortest order</translation>
        </message>
        <message>
            <source>Take out of the round</source>
            <translation>Take out of the round</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Use this order</source>
            <translation>Use this order</translation>
        </message>
        <message>
            <source>{metres} m as the crow flies, about {minutes} min with a look at each place.</source>
            <translation>{metres} m as the crow flies, about {minutes} min with a look at each place.</translation>
        </message>
    </context>
    <context>
        <name>RoutePanel</name>
        <message>
            <source>Route {number}</source>
            <translation>Route {number}</translation>
        </message>
        <message>
            <source>New route</source>
            <translation>New route</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>any</source>
            <translation>any</translation>
        </message>
        <message>
            <source>The route has been added; it is looked at first.</source>
            <translation>The route has been added; it is looked at first.</translation>
        </message>
        <message>
            <source>The route has been changed.</source>
            <translation>The route has been changed.</translation>
        </message>
        <message>
            <source>The route has been removed.</source>
            <translation>The route has been removed.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>RowsEditor</name>
        <message>
            <source>Add a line</source>
            <translation>Add a line</translation>
        </message>
        <message>
            <source>Take this line away</source>
            <translation>Take this line away</translation>
        </message>
    </context>
    <context>
        <name>RuleEditor</name>
        <message>
            <source>Rules</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>What the rule is called</source>
            <translation>What the rule is called</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Undo (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Y)</source>
            <translation>Redo (Ctrl+Y)</translation>
        </message>
        <message>
            <source>Save the rule</source>
            <translation>Save the rule</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>Blocks</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Right-click a block for all that can be done with it.</source>
            <translation>Right-click a block for all that can be done with it.</translation>
        </message>
        <message>
            <source>What was not saved the last time is here again; Ctrl+Z takes it away.</source>
            <translation>What was not saved the last time is here again; Ctrl+Z takes it away.</translation>
        </message>
        <message>
            <source>There is no room for it here.</source>
            <translation>There is no room for it here.</translation>
        </message>
        <message>
            <source>The block is copied; Ctrl+V puts it in, also in another rule.</source>
            <translation>The block is copied; Ctrl+V puts it in, also in another rule.</translation>
        </message>
        <message>
            <source>The rule is not whole yet: see what is still missing.</source>
            <translation>The rule is not whole yet: see what is still missing.</translation>
        </message>
        <message>
            <source>The rule is saved.</source>
            <translation>The rule is saved.</translation>
        </message>
        <message>
            <source>The rule is saved, switched off.</source>
            <translation>The rule is saved, switched off.</translation>
        </message>
    </context>
    <context>
        <name>RulePanel</name>
        <message>
            <source>Switched on</source>
            <translation>Switched on</translation>
        </message>
        <message>
            <source>Switched off</source>
            <translation>Switched off</translation>
        </message>
        <message>
            <source>On the past year</source>
            <translation>On the past year</translation>
        </message>
        <message>
            <source>What this rule listens to is kept at the hub; open it to try it there.</source>
            <translation>What this rule listens to is kept at the hub; open it to try it there.</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Edit and try</source>
            <translation>Edit and try</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>Switch off</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>Switch on</translation>
        </message>
        <message>
            <source>New rule</source>
            <translation>New rule</translation>
        </message>
        <message>
            <source>The rule is switched on.</source>
            <translation>The rule is switched on.</translation>
        </message>
        <message>
            <source>The rule is switched off.</source>
            <translation>The rule is switched off.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>The rule is retired; its alerts stay.</source>
            <translation>The rule is retired; its alerts stay.</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>New rule</source>
            <translation>New rule</translation>
        </message>
        <message>
            <source>Rules watch inspections, hazards and sensors day and night, and alert by themselves.</source>
            <translation>Rules watch inspections, hazards and sensors day and night, and alert by themselves.</translation>
        </message>
        <message>
            <source>No rules yet</source>
            <translation>No rules yet</translation>
        </message>
        <message numerus="yes">
            <source>%n switched on</source>
            <translation>
                <numerusform>%n switched on</numerusform>
                <numerusform>%n switched on</numerusform>
            </translation>
        </message>
        <message>
            <source>Please name one sensor and a bound, e.g. compressor temperature above 90 for 15 min.</source>
            <translation>Please name one sensor and a bound, e.g. compressor temperature above 90 for 15 min.</translation>
        </message>
        <message>
            <source>Switch</source>
            <translation>Switch</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>What it says</translation>
        </message>
        <message>
            <source>To see to</source>
            <translation>To see to</translation>
        </message>
        <message>
            <source>Shelved until</source>
            <translation>Shelved until</translation>
        </message>
        <message>
            <source>Last spoke</source>
            <translation>Last spoke</translation>
        </message>
        <message>
            <source>In 4 weeks</source>
            <translation>In 4 weeks</translation>
        </message>
        <message>
            <source>On</source>
            <translation>On</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Off</translation>
        </message>
    </context>
    <context>
        <name>RulesPanel</name>
        <message>
            <source>Forms of work permits</source>
            <translation>Forms of work permits</translation>
        </message>
        <message>
            <source>Version {n}. Permits that were applied for keep the form of their day.</source>
            <translation>Version {n}. Permits that were applied for keep the form of their day.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Level of the work</source>
            <translation>Level of the work</translation>
        </message>
        <message>
            <source>Valid for hours</source>
            <translation>Valid for hours</translation>
        </message>
        <message>
            <source>How many approve (0: all)</source>
            <translation>How many approve (0: all)</translation>
        </message>
        <message>
            <source>Gas</source>
            <translation>Gas</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>At least</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>At most</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>It holds from now on.</source>
            <translation>It holds from now on.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Figures about contractors</source>
            <translation>Figures about contractors</translation>
        </message>
        <message>
            <source>Papers and inductions are told so many days before they end, and once more when they have.</source>
            <translation>Papers and inductions are told so many days before they end, and once more when they have.</translation>
        </message>
    </context>
    <context>
        <name>Rungs</name>
        <message>
            <source>After {minutes} min: {whom}</source>
            <translation>After {minutes} min: {whom}</translation>
        </message>
    </context>
    <context>
        <name>Saying</name>
        <message>
            <source>The rule in a sentence</source>
            <translation>The rule in a sentence</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>What it says</translation>
        </message>
        <message>
            <source>Still missing</source>
            <translation>Still missing</translation>
        </message>
        <message>
            <source>Nothing: it can be tried and saved.</source>
            <translation>Nothing: it can be tried and saved.</translation>
        </message>
    </context>
    <context>
        <name>ScaleByPoints</name>
        <message>
            <source>Set scale by two points</source>
            <translation>Set scale by two points</translation>
        </message>
        <message>
            <source>True distance in metres</source>
            <translation>True distance in metres</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Apply</translation>
        </message>
        <message>
            <source>How far apart are the two points in truth?</source>
            <translation>How far apart are the two points in truth?</translation>
        </message>
        <message>
            <source>Click two points in the plan whose distance you know, as far apart as you can.</source>
            <translation>Click two points in the plan whose distance you know, as far apart as you can.</translation>
        </message>
    </context>
    <context>
        <name>ScoreForm</name>
        <message>
            <source>Add a row</source>
            <translation>Add a row</translation>
        </message>
        <message>
            <source>Step of the job</source>
            <translation>Step of the job</translation>
        </message>
        <message>
            <source>What is checked</source>
            <translation>What is checked</translation>
        </message>
        <message>
            <source>What can go wrong</source>
            <translation>What can go wrong</translation>
        </message>
        <message>
            <source>What comes of it</source>
            <translation>What comes of it</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>Likelihood to the right, severity upwards</source>
            <translation>Likelihood to the right, severity upwards</translation>
        </message>
        <message>
            <source>Remove this row</source>
            <translation>Remove this row</translation>
        </message>
    </context>
    <context>
        <name>ScorePapers</name>
        <message>
            <source>Print or export</source>
            <translation>Print or export</translation>
        </message>
        <message>
            <source>Sheet for the notice board…</source>
            <translation>Sheet for the notice board…</translation>
        </message>
        <message>
            <source>Certificates…</source>
            <translation>Certificates…</translation>
        </message>
        <message>
            <source>Factors for payroll…</source>
            <translation>Factors for payroll…</translation>
        </message>
        <message>
            <source>Workbook (*.xlsx)</source>
            <translation>Workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>Text with commas (*.csv)</source>
            <translation>Text with commas (*.csv)</translation>
        </message>
        <message>
            <source>Save the paper</source>
            <translation>Save the paper</translation>
        </message>
        <message numerus="yes">
            <source>Saved: %n people.</source>
            <translation>
                <numerusform>Saved: %n person.</numerusform>
                <numerusform>Saved: %n people.</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>Saved as {file}.</translation>
        </message>
    </context>
    <context>
        <name>ScoresView</name>
        <message>
            <source>Month</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>Freeze the month</source>
            <translation>Freeze the month</translation>
        </message>
        <message>
            <source>What if…</source>
            <translation>What if…</translation>
        </message>
        <message>
            <source>Departments have a score when hazards are due that their teams or people have to fix.</source>
            <translation>Departments have a score when hazards are due that their teams or people have to fix.</translation>
        </message>
        <message>
            <source>No departments yet</source>
            <translation>No departments yet</translation>
        </message>
        <message>
            <source>Not frozen: it still changes as hazards are closed.</source>
            <translation>Not frozen: it still changes as hazards are closed.</translation>
        </message>
        <message>
            <source>Frozen {when}</source>
            <translation>Frozen {when}</translation>
        </message>
        <message>
            <source>Later corrections count in the next month.</source>
            <translation>Later corrections count in the next month.</translation>
        </message>
        <message>
            <source>The month is frozen.</source>
            <translation>The month is frozen.</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Due</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Find pages, actions and records ({keys})</source>
            <translation>Find pages, actions and records ({keys})</translation>
        </message>
    </context>
    <context>
        <name>Sections</name>
        <message>
            <source>Subjects of settings</source>
            <translation>Subjects of settings</translation>
        </message>
        <message>
            <source>Find a setting</source>
            <translation>Find a setting</translation>
        </message>
        <message>
            <source>No setting speaks of it</source>
            <translation>No setting speaks of it</translation>
        </message>
    </context>
    <context>
        <name>SecurityCard</name>
        <message numerus="yes">
            <source>%n points ask for something</source>
            <translation>
                <numerusform>%n point asks for something</numerusform>
                <numerusform>%n points ask for something</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is open</source>
            <translation>Nothing is open</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>Go there</translation>
        </message>
    </context>
    <context>
        <name>SensorChart</name>
        <message>
            <source>{name}: the last hour</source>
            <translation>{name}: the last hour</translation>
        </message>
        <message>
            <source>newest</source>
            <translation>newest</translation>
        </message>
        <message>
            <source>Click for a larger chart</source>
            <translation>Click for a larger chart</translation>
        </message>
        <message>
            <source>The hub is out of reach.</source>
            <translation>The hub is out of reach.</translation>
        </message>
        <message>
            <source>The hub is being asked…</source>
            <translation>The hub is being asked…</translation>
        </message>
        <message>
            <source>No readings in this hour</source>
            <translation>No readings in this hour</translation>
        </message>
    </context>
    <context>
        <name>SensorWindow</name>
        <message>
            <source>The hub is being asked…</source>
            <translation>The hub is being asked…</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Live</translation>
        </message>
        <message>
            <source>Wheel: zoom · drag: move · pointer: read a value</source>
            <translation>Wheel: zoom · drag: move · pointer: read a value</translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <translation>
                <numerusform>%n h</numerusform>
                <numerusform>%n h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n d</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message>
            <source>The hub is out of reach.</source>
            <translation>The hub is out of reach.</translation>
        </message>
        <message>
            <source>No readings in this stretch</source>
            <translation>No readings in this stretch</translation>
        </message>
        <message>
            <source>between {low} and {high}</source>
            <translation>between {low} and {high}</translation>
        </message>
        <message>
            <source>by the extremes of each minute</source>
            <translation>by the extremes of each minute</translation>
        </message>
    </context>
    <context>
        <name>SessionPart</name>
        <message>
            <source>over</source>
            <translation>over</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>planned</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>Signed in</translation>
        </message>
        <message>
            <source>Stands</source>
            <translation>Stands</translation>
        </message>
        <message>
            <source>The session is planned; who is ticked has been told.</source>
            <translation>The session is planned; who is ticked has been told.</translation>
        </message>
        <message>
            <source>New session</source>
            <translation>New session</translation>
        </message>
        <message>
            <source>Scan this with the phone's camera to sign in.</source>
            <translation>Scan this with the phone's camera to sign in.</translation>
        </message>
        <message>
            <source>Phones can't reach the plant yet: its address is set under Settings.</source>
            <translation>Phones can't reach the plant yet: its address is set under Settings.</translation>
        </message>
        <message numerus="yes">
            <source>%n signed in</source>
            <translation>
                <numerusform>%n signed in</numerusform>
                <numerusform>%n signed in</numerusform>
            </translation>
        </message>
        <message>
            <source>The session is over.</source>
            <translation>The session is over.</translation>
        </message>
        <message>
            <source>End the session</source>
            <translation>End the session</translation>
        </message>
        <message>
            <source>Note who is there…</source>
            <translation>Note who is there…</translation>
        </message>
        <message>
            <source>Now one can sign in.</source>
            <translation>Now one can sign in.</translation>
        </message>
        <message>
            <source>Begin: show the code</source>
            <translation>Begin: show the code</translation>
        </message>
        <message>
            <source>The session is cancelled.</source>
            <translation>The session is cancelled.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Who is there?</source>
            <translation>Who is there?</translation>
        </message>
        <message>
            <source>It is noted.</source>
            <translation>It is noted.</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Pair a computer…</source>
            <translation>Pair a computer…</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <source>Export everything…</source>
            <translation>Export everything…</translation>
        </message>
        <message>
            <source>Plant and console</source>
            <translation>Plant and console</translation>
        </message>
        <message>
            <source>Hazards and times</source>
            <translation>Hazards and times</translation>
        </message>
        <message>
            <source>Alerts and reports</source>
            <translation>Alerts and reports</translation>
        </message>
        <message>
            <source>Signing in and safety</source>
            <translation>Signing in and safety</translation>
        </message>
        <message>
            <source>Connected systems</source>
            <translation>Connected systems</translation>
        </message>
        <message>
            <source>Data and backups</source>
            <translation>Data and backups</translation>
        </message>
        <message>
            <source>This console</source>
            <translation>This console</translation>
        </message>
        <message>
            <source>Plant</source>
            <translation>Plant</translation>
        </message>
        <message>
            <source>Address for phones</source>
            <translation>Address for phones</translation>
        </message>
        <message>
            <source>Key of the labels</source>
            <translation>Key of the labels</translation>
        </message>
        <message>
            <source>Modules</source>
            <translation>Modules</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>Shifts</translation>
        </message>
        <message>
            <source>Times allowed, by zone class</source>
            <translation>Times allowed, by zone class</translation>
        </message>
        <message>
            <source>Times allowed, by category</source>
            <translation>Times allowed, by category</translation>
        </message>
        <message>
            <source>Major hazards</source>
            <translation>Major hazards</translation>
        </message>
        <message>
            <source>Categories of hazards</source>
            <translation>Categories of hazards</translation>
        </message>
        <message>
            <source>While nobody acknowledges</source>
            <translation>While nobody acknowledges</translation>
        </message>
        <message>
            <source>Weekly drill of alerts</source>
            <translation>Weekly drill of alerts</translation>
        </message>
        <message>
            <source>Monthly report by mail</source>
            <translation>Monthly report by mail</translation>
        </message>
        <message>
            <source>Other ways for alerts</source>
            <translation>Other ways for alerts</translation>
        </message>
        <message>
            <source>E-mail for alerts</source>
            <translation>E-mail for alerts</translation>
        </message>
        <message>
            <source>How safely the plant is set up</source>
            <translation>How safely the plant is set up</translation>
        </message>
        <message>
            <source>Signing in</source>
            <translation>Signing in</translation>
        </message>
        <message>
            <source>The directory each day</source>
            <translation>The directory each day</translation>
        </message>
        <message>
            <source>Roles given by two</source>
            <translation>Roles given by two</translation>
        </message>
        <message>
            <source>Computers</source>
            <translation>Computers</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Phones</translation>
        </message>
        <message>
            <source>Sensors</source>
            <translation>Sensors</translation>
        </message>
        <message>
            <source>Readings over HTTP</source>
            <translation>Readings over HTTP</translation>
        </message>
        <message>
            <source>MES</source>
            <translation>MES</translation>
        </message>
        <message>
            <source>Doors and behaviour analysis</source>
            <translation>Doors and behaviour analysis</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>Your data</source>
            <translation>Your data</translation>
        </message>
        <message>
            <source>Watching the hub</source>
            <translation>Watching the hub</translation>
        </message>
        <message>
            <source>What is kept how long</source>
            <translation>What is kept how long</translation>
        </message>
        <message>
            <source>It is printed into every label. After a change all labels have to be printed again.</source>
            <translation>It is printed into every label. After a change all labels have to be printed again.</translation>
        </message>
        <message>
            <source>Save the name</source>
            <translation>Save the name</translation>
        </message>
        <message>
            <source>They hold for hazards reported from now on; clocks that run already keep their time.</source>
            <translation>They hold for hazards reported from now on; clocks that run already keep their time.</translation>
        </message>
        <message>
            <source>Save the times</source>
            <translation>Save the times</translation>
        </message>
        <message>
            <source>So long the five requirements may take; then the deadline that they name holds.</source>
            <translation>So long the five requirements may take; then the deadline that they name holds.</translation>
        </message>
        <message>
            <source>Save the time</source>
            <translation>Save the time</translation>
        </message>
        <message>
            <source>Please fill in every field.</source>
            <translation>Please fill in every field.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>People are told by e-mail of the hazards that wait for them.</source>
            <translation>People are told by e-mail of the hazards that wait for them.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Save the mail server</source>
            <translation>Save the mail server</translation>
        </message>
        <message>
            <source>The mail server has been saved.</source>
            <translation>The mail server has been saved.</translation>
        </message>
        <message>
            <source>Sensors report by MQTT to a broker of the plant. In the topic, {sensor} stands for its code.</source>
            <translation>Sensors report by MQTT to a broker of the plant. In the topic, {sensor} stands for its code.</translation>
        </message>
        <message>
            <source>Save the broker</source>
            <translation>Save the broker</translation>
        </message>
        <message>
            <source>The broker has been saved.</source>
            <translation>The broker has been saved.</translation>
        </message>
        <message>
            <source>Rules can ask the MES to pause a line; it is paused when its receipt says so.</source>
            <translation>Rules can ask the MES to pause a line; it is paused when its receipt says so.</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Save the MES</source>
            <translation>Save the MES</translation>
        </message>
        <message>
            <source>The MES has been saved.</source>
            <translation>The MES has been saved.</translation>
        </message>
    </context>
    <context>
        <name>SheetView</name>
        <message>
            <source>used</source>
            <translation>used</translation>
        </message>
        <message>
            <source>This place is used. Press: it is free after all</source>
            <translation>This place is used. Press: it is free after all</translation>
        </message>
        <message>
            <source>Press to look at it. Right button: this place is already used</source>
            <translation>Press to look at it. Right button: this place is already used</translation>
        </message>
        <message>
            <source>Press: this place is already used</source>
            <translation>Press: this place is already used</translation>
        </message>
    </context>
    <context>
        <name>ShelveDialog</name>
        <message>
            <source>Shelve</source>
            <translation>Shelve</translation>
        </message>
        <message>
            <source>Choose a reason</source>
            <translation>Choose a reason</translation>
        </message>
        <message>
            <source>Until then nobody is told and nothing is done. All is kept; what still stands at the end is told then.</source>
            <translation>Until then nobody is told and nothing is done. All is kept; what still stands at the end is told then.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>for one hour</source>
            <translation>for one hour</translation>
        </message>
        <message>
            <source>for this shift</source>
            <translation>for this shift</translation>
        </message>
        <message>
            <source>until tomorrow</source>
            <translation>until tomorrow</translation>
        </message>
        <message>
            <source>until a date</source>
            <translation>until a date</translation>
        </message>
    </context>
    <context>
        <name>ShelvingCard</name>
        <message>
            <source>A second person of the safety office has to agree, one of the two the EHS manager.</source>
            <translation>A second person of the safety office has to agree, one of the two the EHS manager.</translation>
        </message>
        <message>
            <source>The rule</source>
            <translation>The rule</translation>
        </message>
        <message>
            <source>{what}: shelving until {until} is asked for; people are told as always until it is agreed</source>
            <translation>{what}: shelving until {until} is asked for; people are told as always until it is agreed</translation>
        </message>
        <message>
            <source>{what}: shelved until {until}</source>
            <translation>{what}: shelved until {until}</translation>
        </message>
        <message>
            <source>agreed by {name}</source>
            <translation>agreed by {name}</translation>
        </message>
        <message>
            <source>Tell again now</source>
            <translation>Tell again now</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Take back</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Decline</translation>
        </message>
        <message>
            <source>Agree: tell nobody</source>
            <translation>Agree: tell nobody</translation>
        </message>
        <message>
            <source>Shelved: nobody is told until then.</source>
            <translation>Shelved: nobody is told until then.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>It is not shelved.</source>
            <translation>It is not shelved.</translation>
        </message>
        <message>
            <source>People are told again; what stands is told now.</source>
            <translation>People are told again; what stands is told now.</translation>
        </message>
    </context>
    <context>
        <name>ShelvingPart</name>
        <message>
            <source>Shelve…</source>
            <translation>Shelve…</translation>
        </message>
        <message>
            <source>It sends no alert: there is nothing to shelve.</source>
            <translation>It sends no alert: there is nothing to shelve.</translation>
        </message>
        <message>
            <source>It is shelved by the safety office.</source>
            <translation>It is shelved by the safety office.</translation>
        </message>
        <message>
            <source>It is critical: a second person has to agree.</source>
            <translation>It is critical: a second person has to agree.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Asked for. Until a second person agrees, people are told as always.</source>
            <translation>Asked for. Until a second person agrees, people are told as always.</translation>
        </message>
        <message>
            <source>Shelved: nobody is told until then.</source>
            <translation>Shelved: nobody is told until then.</translation>
        </message>
    </context>
    <context>
        <name>ShiftsCard</name>
        <message>
            <source>Inspections and hazards are sent to who is on shift. Holidays and make-up workdays are set in the month of the inspections page.</source>
            <translation>Inspections and hazards are sent to who is on shift. Holidays and make-up workdays are set in the month of the inspections page.</translation>
        </message>
        <message>
            <source>Add the shift</source>
            <translation>Add the shift</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>One day shift</source>
            <translation>One day shift</translation>
        </message>
        <message>
            <source>Two shifts of 12 hours</source>
            <translation>Two shifts of 12 hours</translation>
        </message>
        <message>
            <source>Three shifts of 8 hours</source>
            <translation>Three shifts of 8 hours</translation>
        </message>
        <message>
            <source>Day shift</source>
            <translation>Day shift</translation>
        </message>
        <message>
            <source>Night shift</source>
            <translation>Night shift</translation>
        </message>
        <message>
            <source>Early shift</source>
            <translation>Early shift</translation>
        </message>
        <message>
            <source>Late shift</source>
            <translation>Late shift</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Everywhere</source>
            <translation>Everywhere</translation>
        </message>
        <message>
            <source>Show this page</source>
            <translation>Show this page</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Filter: what it does, or a key</source>
            <translation>Filter: what it does, or a key</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Print…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>No key does this.</source>
            <translation>No key does this.</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Close panel</source>
            <translation>Close panel</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Close (Esc)</translation>
        </message>
    </context>
    <context>
        <name>SignInPart</name>
        <message>
            <source>{name} signs in with it: the phone's camera on the picture, or name or number and this code as password. Good once, for 24 hours; it is shown only now.</source>
            <translation>{name} signs in with it: the phone's camera on the picture, or name or number and this code as password. Good once, for 24 hours; it is shown only now.</translation>
        </message>
        <message>
            <source>QR code to sign in by phone</source>
            <translation>QR code to sign in by phone</translation>
        </message>
        <message>
            <source>New password, 8+ characters</source>
            <translation>New password, 8+ characters</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>New password</translation>
        </message>
        <message>
            <source>Forget the linked company account</source>
            <translation>Forget the linked company account</translation>
        </message>
        <message>
            <source>Make a one-time code</source>
            <translation>Make a one-time code</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>Set</translation>
        </message>
        <message>
            <source>Forgotten: {name} may sign in by another account now.</source>
            <translation>Forgotten: {name} may sign in by another account now.</translation>
        </message>
        <message>
            <source>The password needs at least 8 characters.</source>
            <translation>The password needs at least 8 characters.</translation>
        </message>
        <message>
            <source>The password has been set.</source>
            <translation>The password has been set.</translation>
        </message>
    </context>
    <context>
        <name>SignOnCard</name>
        <message>
            <source>People sign in by an account that they have already, on phones and on computers. Their own password and codes from the office always work, too.</source>
            <translation>People sign in by an account that they have already, on phones and on computers. Their own password and codes from the office always work, too.</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>in use</translation>
        </message>
        <message>
            <source>not in use</source>
            <translation>not in use</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>Try it</translation>
        </message>
        <message>
            <source>Set up…</source>
            <translation>Set up…</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>Switch off</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>Switch on</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>Leave it empty to keep the present one</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>Secret</translation>
        </message>
        <message>
            <source>(set the address for phones first)</source>
            <translation>(set the address for phones first)</translation>
        </message>
        <message>
            <source>Enter this at the provider as the address to come back to (redirect URI):</source>
            <translation>Enter this at the provider as the address to come back to (redirect URI):</translation>
        </message>
        <message>
            <source>Now sign in once yourself, on a phone.</source>
            <translation>Now sign in once yourself, on a phone.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>SmsCost</name>
        <message>
            <source>What SMS have cost</source>
            <translation>What SMS have cost</translation>
        </message>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%n SMS</numerusform>
                <numerusform>%n SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>{month} · {way}: {parts}, no price is set</source>
            <translation>{month} · {way}: {parts}, no price is set</translation>
        </message>
        <message>
            <source>{month} · {way}: {parts}, ¥{yuan}</source>
            <translation>{month} · {way}: {parts}, ¥{yuan}</translation>
        </message>
    </context>
    <context>
        <name>SpanChoice</name>
        <message>
            <source>Take</source>
            <translation>Take</translation>
        </message>
    </context>
    <context>
        <name>SpanField</name>
        <message>
            <source>From … to …</source>
            <translation>From … to …</translation>
        </message>
    </context>
    <context>
        <name>Spans</name>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Yesterday</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>This week</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>Last week</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>This month</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Last month</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Last 30 days</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>This year</translation>
        </message>
    </context>
    <context>
        <name>Standing</name>
        <message>
            <source>Missed</source>
            <translation>Missed</translation>
        </message>
        <message>
            <source>Running late</source>
            <translation>Running late</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>Doubtful</translation>
        </message>
        <message>
            <source>Due now</source>
            <translation>Due now</translation>
        </message>
        <message>
            <source>To come</source>
            <translation>To come</translation>
        </message>
        <message>
            <source>Made late</source>
            <translation>Made late</translation>
        </message>
        <message>
            <source>Made in time</source>
            <translation>Made in time</translation>
        </message>
        <message>
            <source>Excused</source>
            <translation>Excused</translation>
        </message>
    </context>
    <context>
        <name>Start</name>
        <message>
            <source>Hazard ledgers, inspection registers and injury registers, as they are. You see every row before anything is changed; what can't be read is kept for you, and the whole can be taken back.</source>
            <translation>Hazard ledgers, inspection registers and injury registers, as they are. You see every row before anything is changed; what can't be read is kept for you, and the whole can be taken back.</translation>
        </message>
        <message>
            <source>Choose a workbook…</source>
            <translation>Choose a workbook…</translation>
        </message>
        <message>
            <source>Drop a workbook here</source>
            <translation>Drop a workbook here</translation>
        </message>
        <message>
            <source>Brought in before</source>
            <translation>Brought in before</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n unread notifications</source>
            <translation>
                <numerusform>%n unread notification</numerusform>
                <numerusform>%n unread notifications</numerusform>
            </translation>
        </message>
        <message>
            <source>Notifications (Ctrl+Shift+N)</source>
            <translation>Notifications (Ctrl+Shift+N)</translation>
        </message>
        <message numerus="yes">
            <source>%n conflicts</source>
            <translation>
                <numerusform>%n conflict</numerusform>
                <numerusform>%n conflicts</numerusform>
            </translation>
        </message>
        <message>
            <source>Show what was refused and waits for your decision</source>
            <translation>Show what was refused and waits for your decision</translation>
        </message>
        <message>
            <source>Show what waits, and try now</source>
            <translation>Show what waits, and try now</translation>
        </message>
    </context>
    <context>
        <name>StatusPanel</name>
        <message>
            <source>Sending and receiving</source>
            <translation>Sending and receiving</translation>
        </message>
        <message>
            <source>Try now (F5)</source>
            <translation>Try now (F5)</translation>
        </message>
        <message>
            <source>Show in the journal</source>
            <translation>Show in the journal</translation>
        </message>
        <message>
            <source>Take with me…</source>
            <translation>Take with me…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Hub: {address}</source>
            <translation>Hub: {address}</translation>
        </message>
        <message>
            <source>Taken along until {day}</source>
            <translation>Taken along until {day}</translation>
        </message>
        <message>
            <source>Nothing waits: the hub has all that was done here.</source>
            <translation>Nothing waits: the hub has all that was done here.</translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>And %n more.</numerusform>
                <numerusform>And %n more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StepBar</name>
        <message>
            <source>That was the last of the first steps. The plant is set up.</source>
            <translation>That was the last of the first steps. The plant is set up.</translation>
        </message>
        <message>
            <source>'{step}' is done.</source>
            <translation>'{step}' is done.</translation>
        </message>
        <message>
            <source>Step {n} of {all}: {step}.</source>
            <translation>Step {n} of {all}: {step}.</translation>
        </message>
        <message>
            <source>Next: {step}</source>
            <translation>Next: {step}</translation>
        </message>
        <message>
            <source>All first steps</source>
            <translation>All first steps</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>StockForm</name>
        <message>
            <source>Write it down</source>
            <translation>Write it down</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>StrangePanel</name>
        <message>
            <source>Nobody has said where this reader leads: choose the device, and give its reader a zone.</source>
            <translation>Nobody has said where this reader leads: choose the device, and give its reader a zone.</translation>
        </message>
        <message>
            <source>Nobody here has this employee number. Give it to a person on the people page.</source>
            <translation>Nobody here has this employee number. Give it to a person on the people page.</translation>
        </message>
        <message>
            <source>Whose card is it? Other forms of the same number, as other readers show it, are known with it. That a card was given is recorded, its number is not.</source>
            <translation>Whose card is it? Other forms of the same number, as other readers show it, are known with it. That a card was given is recorded, its number is not.</translation>
        </message>
        <message>
            <source>Whose card is it?</source>
            <translation>Whose card is it?</translation>
        </message>
        <message>
            <source>It is theirs</source>
            <translation>It is theirs</translation>
        </message>
        <message>
            <source>Choose a person first.</source>
            <translation>Choose a person first.</translation>
        </message>
        <message numerus="yes">
            <source>The card has been given; %n passages are theirs now.</source>
            <translation>
                <numerusform>The card has been given; %n passage is theirs now.</numerusform>
                <numerusform>The card has been given; %n passages are theirs now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Suggesting</name>
        <message>
            <source>The drawing has no closed outlines and no rooms between walls that look like zones.</source>
            <translation>The drawing has no closed outlines and no rooms between walls that look like zones.</translation>
        </message>
        <message>
            <source>All zones that the drawing suggests are on the plan already.</source>
            <translation>All zones that the drawing suggests are on the plan already.</translation>
        </message>
        <message>
            <source>Cut back to {zone}, on which the drawing's outline lay partly.</source>
            <translation>Cut back to {zone}, on which the drawing's outline lay partly.</translation>
        </message>
        <message numerus="yes">
            <source>%n zones taken from the drawing.</source>
            <translation>
                <numerusform>%n zone taken from the drawing.</numerusform>
                <numerusform>%n zones taken from the drawing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lie on other zones and stay suggestions.</source>
            <translation>
                <numerusform>%n lies on another zone and stays a suggestion.</numerusform>
                <numerusform>%n lie on other zones and stay suggestions.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>SuggestionsBar</name>
        <message>
            <source>Take all…</source>
            <translation>Take all…</translation>
        </message>
        <message numerus="yes">
            <source>%n zones suggested: a click takes one</source>
            <translation>
                <numerusform>%n zone suggested: a click takes it</numerusform>
                <numerusform>%n zones suggested: a click takes one</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SuggestionsDialog</name>
        <message>
            <source>Take zones from the drawing</source>
            <translation>Take zones from the drawing</translation>
        </message>
        <message>
            <source>Zones that the drawing suggests</source>
            <translation>Zones that the drawing suggests</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Area (m²)</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Untick what is no zone. Names can be changed here, class and people later for each zone.</source>
            <translation>Untick what is no zone. Names can be changed here, class and people later for each zone.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Room {n}</source>
            <translation>Room {n}</translation>
        </message>
        <message numerus="yes">
            <source>Take %n zones</source>
            <translation>
                <numerusform>Take %n zone</numerusform>
                <numerusform>Take %n zones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sync</name>
        <message>
            <source>Fetching the plant: {share} %</source>
            <translation>Fetching the plant: {share} %</translation>
        </message>
        <message>
            <source>Hub unreachable since {when}; your work is kept here</source>
            <translation>Hub unreachable since {when}; your work is kept here</translation>
        </message>
        <message>
            <source>Audit bag: no hub, nothing is changed</source>
            <translation>Audit bag: no hub, nothing is changed</translation>
        </message>
        <message>
            <source>Hub in step</source>
            <translation>Hub in step</translation>
        </message>
        <message>
            <source>Signed out</source>
            <translation>Signed out</translation>
        </message>
        <message>
            <source>This computer has been revoked</source>
            <translation>This computer has been revoked</translation>
        </message>
        <message>
            <source>Reaching the hub…</source>
            <translation>Reaching the hub…</translation>
        </message>
        <message>
            <source>Since {when}</source>
            <translation>Since {when}</translation>
        </message>
        <message>
            <source>{n} waiting to be sent</source>
            <translation>{n} waiting to be sent</translation>
        </message>
        <message>
            <source>held up</source>
            <translation>held up</translation>
        </message>
        <message>
            <source>This computer's clock is {span} fast. Times here are counted by the hub's clock.</source>
            <translation>This computer's clock is {span} fast. Times here are counted by the hub's clock.</translation>
        </message>
        <message>
            <source>This computer's clock is {span} slow. Times here are counted by the hub's clock.</source>
            <translation>This computer's clock is {span} slow. Times here are counted by the hub's clock.</translation>
        </message>
        <message>
            <source>The hub was put back to a backup. What it had lost of your work is sent again.</source>
            <translation>The hub was put back to a backup. What it had lost of your work is sent again.</translation>
        </message>
        <message>
            <source>This computer's copy was damaged and has been made anew. Nothing was lost.</source>
            <translation>This computer's copy was damaged and has been made anew. Nothing was lost.</translation>
        </message>
    </context>
    <context>
        <name>SystemCard</name>
        <message>
            <source>Leave it empty to keep the present one</source>
            <translation>Leave it empty to keep the present one</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
    </context>
    <context>
        <name>Table</name>
        <message>
            <source>No row fits what is asked above. The rows are all still there.</source>
            <translation>No row fits what is asked above. The rows are all still there.</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>Nothing matches</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>Clear the filters</translation>
        </message>
        <message>
            <source>{n} of {all} rows</source>
            <translation>{n} of {all} rows</translation>
        </message>
        <message>
            <source>{n} rows</source>
            <translation>{n} rows</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Rows</translation>
        </message>
        <message>
            <source>Copy rows with head</source>
            <translation>Copy rows with head</translation>
        </message>
        <message>
            <source>Copy rows without head</source>
            <translation>Copy rows without head</translation>
        </message>
        <message>
            <source>Copy this cell</source>
            <translation>Copy this cell</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Choose all rows</source>
            <translation>Choose all rows</translation>
        </message>
        <message>
            <source>Save as Excel…</source>
            <translation>Save as Excel…</translation>
        </message>
        <message>
            <source>Save rows as a text file…</source>
            <translation>Save rows as a text file…</translation>
        </message>
    </context>
    <context>
        <name>TableBook</name>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>Save as Excel</source>
            <translation>Save as Excel</translation>
        </message>
        <message>
            <source>Filter: {said}</source>
            <translation>Filter: {said}</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>Sorted by {column}, falling</source>
            <translation>Sorted by {column}, falling</translation>
        </message>
        <message>
            <source>Sorted by {column}, rising</source>
            <translation>Sorted by {column}, rising</translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved {when}</source>
            <translation>Saved {when}</translation>
        </message>
        <message>
            <source>The rows are being saved…</source>
            <translation>The rows are being saved…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message numerus="yes">
            <source>%n rows saved.</source>
            <translation>
                <numerusform>%n row saved.</numerusform>
                <numerusform>%n rows saved.</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped. No file was written.</source>
            <translation>Stopped. No file was written.</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>The file could not be written: {why}</translation>
        </message>
    </context>
    <context>
        <name>TableColumns</name>
        <message>
            <source>Reset columns</source>
            <translation>Reset columns</translation>
        </message>
    </context>
    <context>
        <name>TableCopy</name>
        <message>
            <source>{n} rows are too many for the clipboard. Right-click and save them as Excel.</source>
            <translation>{n} rows are too many for the clipboard. Right-click and save them as Excel.</translation>
        </message>
        <message>
            <source>Spreadsheet (*.csv)</source>
            <translation>Spreadsheet (*.csv)</translation>
        </message>
        <message>
            <source>Save rows</source>
            <translation>Save rows</translation>
        </message>
        <message numerus="yes">
            <source>%n rows saved.</source>
            <translation>
                <numerusform>%n row saved.</numerusform>
                <numerusform>%n rows saved.</numerusform>
            </translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>The file could not be written: {why}</translation>
        </message>
    </context>
    <context>
        <name>TableFilters</name>
        <message>
            <source>Filter: any text of the rows</source>
            <translation>Filter: any text of the rows</translation>
        </message>
        <message>
            <source>contains '{text}'</source>
            <translation>contains '{text}'</translation>
        </message>
        <message>
            <source>{column}: {said}</source>
            <translation>{column}: {said}</translation>
        </message>
    </context>
    <context>
        <name>Taking</name>
        <message numerus="yes">
            <source>%n changes were refused</source>
            <translation>
                <numerusform>%n change was refused</numerusform>
                <numerusform>%n changes were refused</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people added</source>
            <translation>
                <numerusform>%n person added</numerusform>
                <numerusform>%n people added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people changed</source>
            <translation>
                <numerusform>%n person changed</numerusform>
                <numerusform>%n people changed</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>TemplateEditor</name>
        <message>
            <source>Edit the template</source>
            <translation>Edit the template</translation>
        </message>
        <message>
            <source>Name of my template</source>
            <translation>Name of my template</translation>
        </message>
        <message>
            <source>Shown with</source>
            <translation>Shown with</translation>
        </message>
        <message>
            <source>Drag to move, pull the corner to stretch; arrow keys move by half a millimetre.</source>
            <translation>Drag to move, pull the corner to stretch; arrow keys move by half a millimetre.</translation>
        </message>
        <message>
            <source>+ Text</source>
            <translation>+ Text</translation>
        </message>
        <message>
            <source>+ Line</source>
            <translation>+ Line</translation>
        </message>
        <message>
            <source>+ Logo</source>
            <translation>+ Logo</translation>
        </message>
        <message>
            <source>Save as mine</source>
            <translation>Save as mine</translation>
        </message>
        <message>
            <source>Remove my template</source>
            <translation>Remove my template</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Import…</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>New text</source>
            <translation>New text</translation>
        </message>
        <message>
            <source>A logo</source>
            <translation>A logo</translation>
        </message>
        <message>
            <source>Reads well, from up to about {n} cm.</source>
            <translation>Reads well, from up to about {n} cm.</translation>
        </message>
        <message>
            <source>Remove '{name}' for good?</source>
            <translation>Remove '{name}' for good?</translation>
        </message>
        <message>
            <source>Export the template</source>
            <translation>Export the template</translation>
        </message>
        <message>
            <source>Import a template</source>
            <translation>Import a template</translation>
        </message>
    </context>
    <context>
        <name>TextField</name>
        <message>
            <source>contains</source>
            <translation>contains</translation>
        </message>
    </context>
    <context>
        <name>ThingPalette</name>
        <message>
            <source>Search, e.g. extinguisher</source>
            <translation>Search, e.g. extinguisher</translation>
        </message>
        <message>
            <source>Search for a thing</source>
            <translation>Search for a thing</translation>
        </message>
        <message>
            <source>There, but without a place</source>
            <translation>There, but without a place</translation>
        </message>
        <message>
            <source>Safety equipment and doors</source>
            <translation>Safety equipment and doors</translation>
        </message>
        <message>
            <source>Sensors</source>
            <translation>Sensors</translation>
        </message>
        <message>
            <source>Machines and stores</source>
            <translation>Machines and stores</translation>
        </message>
    </context>
    <context>
        <name>ThingPanel</name>
        <message>
            <source>Put on the plan</source>
            <translation>Put on the plan</translation>
        </message>
        <message>
            <source>Click a sign, then the plan; or drag it there. Esc gives it back.</source>
            <translation>Click a sign, then the plan; or drag it there. Esc gives it back.</translation>
        </message>
        <message>
            <source>New on the plan</source>
            <translation>New on the plan</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Drag it, or push it by the arrow keys. Every change is saved at once and can be undone.</source>
            <translation>Drag it, or push it by the arrow keys. Every change is saved at once and can be undone.</translation>
        </message>
        <message>
            <source>Take off the plan</source>
            <translation>Take off the plan</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>At {x} m, {y} m</source>
            <translation>At {x} m, {y} m</translation>
        </message>
    </context>
    <context>
        <name>Things</name>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Out of doors</source>
            <translation>Out of doors</translation>
        </message>
    </context>
    <context>
        <name>ThingsChoice</name>
        <message>
            <source>Things on the map</source>
            <translation>Things on the map</translation>
        </message>
    </context>
    <context>
        <name>ThingsEditing</name>
        <message>
            <source>Taken off the plan: {thing}</source>
            <translation>Taken off the plan: {thing}</translation>
        </message>
        <message>
            <source>Retired: {thing}</source>
            <translation>Retired: {thing}</translation>
        </message>
        <message>
            <source>Moved: {thing} · {zone}</source>
            <translation>Moved: {thing} · {zone}</translation>
        </message>
        <message>
            <source>{thing} stands outside all zones; it still belongs to {zone}</source>
            <translation>{thing} stands outside all zones; it still belongs to {zone}</translation>
        </message>
        <message>
            <source>Draw a zone first: everything on the plan belongs to one.</source>
            <translation>Draw a zone first: everything on the plan belongs to one.</translation>
        </message>
        <message>
            <source>Put on the plan: {thing} · {zone}</source>
            <translation>Put on the plan: {thing} · {zone}</translation>
        </message>
        <message>
            <source>Take off the plan</source>
            <translation>Take off the plan</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Put something here…</source>
            <translation>Put something here…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>TimeBar</name>
        <message>
            <source>Moment shown on the map</source>
            <translation>Moment shown on the map</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Play</translation>
        </message>
        <message>
            <source>Date and time shown on the map</source>
            <translation>Date and time shown on the map</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>Two moments side by side (C)</source>
            <translation>Two moments side by side (C)</translation>
        </message>
        <message>
            <source>Drag into the past. Arrow keys: a minute; with Ctrl an hour, with Shift a day</source>
            <translation>Drag into the past. Arrow keys: a minute; with Ctrl an hour, with Shift a day</translation>
        </message>
        <message>
            <source>The wheel shows a shorter or longer stretch</source>
            <translation>The wheel shows a shorter or longer stretch</translation>
        </message>
        <message>
            <source>Bars above: overdue, then reported; below: closed</source>
            <translation>Bars above: overdue, then reported; below: closed</translation>
        </message>
        <message>
            <source>How much of the past the slider shows</source>
            <translation>How much of the past the slider shows</translation>
        </message>
        <message>
            <source>Whole past</source>
            <translation>Whole past</translation>
        </message>
        <message>
            <source>1 month</source>
            <translation>1 month</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 week</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 day</translation>
        </message>
        <message>
            <source>2 hours</source>
            <translation>2 hours</translation>
        </message>
        <message>
            <source>Speed of playing</source>
            <translation>Speed of playing</translation>
        </message>
        <message>
            <source>1 min a second</source>
            <translation>1 min a second</translation>
        </message>
        <message>
            <source>10 min a second</source>
            <translation>10 min a second</translation>
        </message>
        <message>
            <source>1 h a second</source>
            <translation>1 h a second</translation>
        </message>
        <message>
            <source>6 h a second</source>
            <translation>6 h a second</translation>
        </message>
        <message>
            <source>1 day a second</source>
            <translation>1 day a second</translation>
        </message>
        <message>
            <source>Back to now</source>
            <translation>Back to now</translation>
        </message>
        <message>
            <source>The past: the plant as it stood on {moment}. Nothing can be changed here.</source>
            <translation>The past: the plant as it stood on {moment}. Nothing can be changed here.</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
    </context>
    <context>
        <name>TimeMachine</name>
        <message>
            <source>Who would have been told</source>
            <translation>Who would have been told</translation>
        </message>
        <message>
            <source>Which past</source>
            <translation>Which past</translation>
        </message>
        <message>
            <source>Last 8 hours</source>
            <translation>Last 8 hours</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Last 7 days</translation>
        </message>
        <message>
            <source>Last 4 weeks</source>
            <translation>Last 4 weeks</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>Last year</translation>
        </message>
        <message>
            <source>From … to …</source>
            <translation>From … to …</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>To</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Try on the past</source>
            <translation>Try on the past</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Time machine</source>
            <translation>Time machine</translation>
        </message>
        <message>
            <source>See what it would have said: choose a past and try it.</source>
            <translation>See what it would have said: choose a past and try it.</translation>
        </message>
        <message>
            <source>Once nothing is missing, it can be tried on the past here.</source>
            <translation>Once nothing is missing, it can be tried on the past here.</translation>
        </message>
        <message>
            <source>Trying…</source>
            <translation>Trying…</translation>
        </message>
        <message>
            <source>The trial was ended; nothing was changed.</source>
            <translation>The trial was ended; nothing was changed.</translation>
        </message>
        <message>
            <source>It would not have spoken once.</source>
            <translation>It would not have spoken once.</translation>
        </message>
        <message numerus="yes">
            <source>It would have spoken %n times</source>
            <translation>
                <numerusform>It would have spoken %n time</numerusform>
                <numerusform>It would have spoken %n times</numerusform>
            </translation>
        </message>
        <message>
            <source>Against the rule as it is now: {more} more, {less} fewer.</source>
            <translation>Against the rule as it is now: {more} more, {less} fewer.</translation>
        </message>
        <message>
            <source>The same as the rule now in force.</source>
            <translation>The same as the rule now in force.</translation>
        </message>
        <message>
            <source>Where single readings are no longer kept it rests on the minutes' means: times are to the minute.</source>
            <translation>Where single readings are no longer kept it rests on the minutes' means: times are to the minute.</translation>
        </message>
        <message>
            <source>stops of lines</source>
            <translation>stops of lines</translation>
        </message>
        <message>
            <source>states of zones and equipment</source>
            <translation>states of zones and equipment</translation>
        </message>
        <message>
            <source>Of {what} the hub has nothing, or not of all this time; what hears them is not known there.</source>
            <translation>Of {what} the hub has nothing, or not of all this time; what hears them is not known there.</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>and {n} more</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
    </context>
    <context>
        <name>TimeTravel</name>
        <message>
            <source>Reading the journal: {share} %</source>
            <translation>Reading the journal: {share} %</translation>
        </message>
        <message>
            <source>The journal could not be read.</source>
            <translation>The journal could not be read.</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>What it would have said, over time</source>
            <translation>What it would have said, over time</translation>
        </message>
        <message>
            <source>This draft</source>
            <translation>This draft</translation>
        </message>
        <message>
            <source>As it is now</source>
            <translation>As it is now</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>overdue</source>
            <translation>overdue</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>missed</translation>
        </message>
        <message>
            <source>permits</source>
            <translation>permits</translation>
        </message>
        <message>
            <source>qualifications</source>
            <translation>qualifications</translation>
        </message>
        <message>
            <source>over limit</source>
            <translation>over limit</translation>
        </message>
        <message>
            <source>near limit</source>
            <translation>near limit</translation>
        </message>
        <message>
            <source>review</source>
            <translation>review</translation>
        </message>
        <message>
            <source>fix</source>
            <translation>fix</translation>
        </message>
        <message>
            <source>send on</source>
            <translation>send on</translation>
        </message>
        <message>
            <source>decide</source>
            <translation>decide</translation>
        </message>
        <message>
            <source>inspect</source>
            <translation>inspect</translation>
        </message>
        <message>
            <source>sign</source>
            <translation>sign</translation>
        </message>
        <message>
            <source>renew</source>
            <translation>renew</translation>
        </message>
        <message>
            <source>replace</source>
            <translation>replace</translation>
        </message>
        <message>
            <source>answer</source>
            <translation>answer</translation>
        </message>
        <message>
            <source>approve</source>
            <translation>approve</translation>
        </message>
        <message>
            <source>drill</source>
            <translation>drill</translation>
        </message>
        <message>
            <source>learn</source>
            <translation>learn</translation>
        </message>
        <message>
            <source>unsent</source>
            <translation>unsent</translation>
        </message>
        <message>
            <source>silent sensors</source>
            <translation>silent sensors</translation>
        </message>
        <message>
            <source>backups and disk</source>
            <translation>backups and disk</translation>
        </message>
        <message>
            <source>late</source>
            <translation>late</translation>
        </message>
        <message>
            <source>doing</source>
            <translation>doing</translation>
        </message>
        <message>
            <source>due later</source>
            <translation>due later</translation>
        </message>
        <message>
            <source>excused</source>
            <translation>excused</translation>
        </message>
        <message>
            <source>thing</source>
            <translation>thing</translation>
        </message>
        <message>
            <source>things</source>
            <translation>things</translation>
        </message>
        <message>
            <source>{n} GB left</source>
            <translation>{n} GB left</translation>
        </message>
        <message>
            <source>The hub's disk is nearly full</source>
            <translation>The hub's disk is nearly full</translation>
        </message>
        <message>
            <source>There is no good backup of the last day</source>
            <translation>There is no good backup of the last day</translation>
        </message>
        <message>
            <source>The last backup failed</source>
            <translation>The last backup failed</translation>
        </message>
        <message>
            <source>The last backup cannot be restored</source>
            <translation>The last backup cannot be restored</translation>
        </message>
        <message>
            <source>me</source>
            <translation>me</translation>
        </message>
        <message>
            <source>since {when}</source>
            <translation>since {when}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>In danger now</source>
            <translation>In danger now</translation>
        </message>
        <message>
            <source>Waits for me</source>
            <translation>Waits for me</translation>
        </message>
        <message>
            <source>Stuck or silent</source>
            <translation>Stuck or silent</translation>
        </message>
        <message numerus="yes">
            <source>%n people may not work today: training or certificate</source>
            <translation>
                <numerusform>%n person may not work today</numerusform>
                <numerusform>%n people may not work today</numerusform>
            </translation>
        </message>
        <message>
            <source>as of today</source>
            <translation>as of today</translation>
        </message>
        <message>
            <source>put up the new one and scan it</source>
            <translation>put up the new one and scan it</translation>
        </message>
        <message>
            <source>print a new one</source>
            <translation>print a new one</translation>
        </message>
        <message>
            <source>Replace the label: {why}</source>
            <translation>Replace the label: {why}</translation>
        </message>
        <message>
            <source>to replace</source>
            <translation>to replace</translation>
        </message>
        <message numerus="yes">
            <source>%n labels to be replaced on the wall</source>
            <translation>
                <numerusform>%n label to be replaced on the wall</numerusform>
                <numerusform>%n labels to be replaced on the wall</numerusform>
            </translation>
        </message>
        <message>
            <source>to send on</source>
            <translation>to send on</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>Send on</source>
            <translation>Send on</translation>
        </message>
        <message>
            <source>Missed: {plan}</source>
            <translation>Missed: {plan}</translation>
        </message>
        <message>
            <source>missed {span} ago</source>
            <translation>missed {span} ago</translation>
        </message>
        <message>
            <source>Inspection: {plan}</source>
            <translation>Inspection: {plan}</translation>
        </message>
        <message>
            <source>to inspect</source>
            <translation>to inspect</translation>
        </message>
        <message>
            <source>window {opens} – {closes}</source>
            <translation>window {opens} – {closes}</translation>
        </message>
        <message>
            <source>anybody</source>
            <translation>anybody</translation>
        </message>
        <message>
            <source>Refused: {did}</source>
            <translation>Refused: {did}</translation>
        </message>
        <message>
            <source>to decide</source>
            <translation>to decide</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Decide</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Sign</translation>
        </message>
        <message numerus="yes">
            <source>%n papers or inductions of contractors end soon or have</source>
            <translation>
                <numerusform>%n contractor's paper ends soon</numerusform>
                <numerusform>%n contractors' papers end soon</numerusform>
            </translation>
        </message>
        <message>
            <source>to renew</source>
            <translation>to renew</translation>
        </message>
        <message>
            <source>{sensor} {value}, above its limit</source>
            <translation>{sensor} {value}, above its limit</translation>
        </message>
        <message>
            <source>{sensor} {value}, below its limit</source>
            <translation>{sensor} {value}, below its limit</translation>
        </message>
        <message>
            <source>{sensor} {value}, rising</source>
            <translation>{sensor} {value}, rising</translation>
        </message>
        <message>
            <source>{sensor} {value}, falling</source>
            <translation>{sensor} {value}, falling</translation>
        </message>
        <message>
            <source>limit {limit}</source>
            <translation>limit {limit}</translation>
        </message>
        <message>
            <source>silent {span}</source>
            <translation>silent {span}</translation>
        </message>
        <message>
            <source>about to be reached</source>
            <translation>about to be reached</translation>
        </message>
        <message>
            <source>in about {span}</source>
            <translation>in about {span}</translation>
        </message>
        <message>
            <source>{sensor} is silent</source>
            <translation>{sensor} is silent</translation>
        </message>
        <message>
            <source>as of {when}</source>
            <translation>as of {when}</translation>
        </message>
        <message>
            <source>supervisor</source>
            <translation>supervisor</translation>
        </message>
        <message numerus="yes">
            <source>%n sensors are silent</source>
            <translation>
                <numerusform>%n sensor is silent</numerusform>
                <numerusform>%n sensors are silent</numerusform>
            </translation>
        </message>
        <message>
            <source>Work goes on here; it is sent as soon as the hub can be reached.</source>
            <translation>Work goes on here; it is sent as soon as the hub can be reached.</translation>
        </message>
        <message>
            <source>The hub can be reached, and has not taken it yet.</source>
            <translation>The hub can be reached, and has not taken it yet.</translation>
        </message>
        <message>
            <source>Nothing comes from the hub</source>
            <translation>Nothing comes from the hub</translation>
        </message>
        <message numerus="yes">
            <source>%n of your changes have not reached the hub</source>
            <translation>
                <numerusform>%n of your changes has not reached the hub</numerusform>
                <numerusform>%n of your changes have not reached the hub</numerusform>
            </translation>
        </message>
        <message>
            <source>for {span}</source>
            <translation>for {span}</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>To be dealt with</source>
            <translation>To be dealt with</translation>
        </message>
        <message>
            <source>Nothing to be dealt with</source>
            <translation>Nothing to be dealt with</translation>
        </message>
        <message>
            <source>Nothing is overdue, nothing waits for you, and everything has reached the hub.</source>
            <translation>Nothing is overdue, nothing waits for you, and everything has reached the hub.</translation>
        </message>
        <message>
            <source>Tour of the window</source>
            <translation>Tour of the window</translation>
        </message>
        <message>
            <source>The plant has just begun</source>
            <translation>The plant has just begun</translation>
        </message>
        <message>
            <source>Here stands what is dangerous, what waits for you and what did not get through. Begin with the plan.</source>
            <translation>Here stands what is dangerous, what waits for you and what did not get through. Begin with the plan.</translation>
        </message>
        <message>
            <source>Import a drawing</source>
            <translation>Import a drawing</translation>
        </message>
        <message numerus="yes">
            <source>%n things</source>
            <translation>
                <numerusform>%n thing</numerusform>
                <numerusform>%n things</numerusform>
            </translation>
        </message>
        <message>
            <source>All open hazards: {n}</source>
            <translation>All open hazards: {n}</translation>
        </message>
    </context>
    <context>
        <name>ToldFirst</name>
        <message>
            <source>Told first by</source>
            <translation>Told first by</translation>
        </message>
        <message>
            <source>The plant's order</source>
            <translation>The plant's order</translation>
        </message>
        <message>
            <source>When it fails, the other ways follow.</source>
            <translation>When it fails, the other ways follow.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>ToldPart</name>
        <message>
            <source>Asking the hub…</source>
            <translation>Asking the hub…</translation>
        </message>
        <message>
            <source>Nobody was sent a message.</source>
            <translation>Nobody was sent a message.</translation>
        </message>
        <message>
            <source>The hub knows who was told when; it can't be reached now.</source>
            <translation>The hub knows who was told when; it can't be reached now.</translation>
        </message>
        <message>
            <source>Receipt: {receipt}</source>
            <translation>Receipt: {receipt}</translation>
        </message>
        <message>
            <source>sent {when}</source>
            <translation>sent {when}</translation>
        </message>
        <message>
            <source>not delivered</source>
            <translation>not delivered</translation>
        </message>
        <message numerus="yes">
            <source>tried %n times, goes on</source>
            <translation>
                <numerusform>tried once, goes on</numerusform>
                <numerusform>tried %n times, goes on</numerusform>
            </translation>
        </message>
        <message>
            <source>waits since {when}</source>
            <translation>waits since {when}</translation>
        </message>
    </context>
    <context>
        <name>TraceChart</name>
        <message>
            <source>met</source>
            <translation>met</translation>
        </message>
        <message>
            <source>not met</source>
            <translation>not met</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>not known</translation>
        </message>
    </context>
    <context>
        <name>TraceView</name>
        <message>
            <source>Asking…</source>
            <translation>Asking…</translation>
        </message>
    </context>
    <context>
        <name>Training</name>
        <message>
            <source>for ever</source>
            <translation>for ever</translation>
        </message>
        <message numerus="yes">
            <source>%n months</source>
            <translation>
                <numerusform>%n month</numerusform>
                <numerusform>%n months</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrainingPage</name>
        <message>
            <source>Plan a session</source>
            <translation>Plan a session</translation>
        </message>
        <message>
            <source>Record training</source>
            <translation>Record training</translation>
        </message>
        <message>
            <source>New course</source>
            <translation>New course</translation>
        </message>
        <message>
            <source>New post</source>
            <translation>New post</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Posts</translation>
        </message>
        <message>
            <source>Early warnings</source>
            <translation>Early warnings</translation>
        </message>
        <message>
            <source>Limits of documents</source>
            <translation>Limits of documents</translation>
        </message>
        <message>
            <source>New emergency plan</source>
            <translation>New emergency plan</translation>
        </message>
        <message>
            <source>Ready emergency plans</source>
            <translation>Ready emergency plans</translation>
        </message>
        <message>
            <source>Plan a drill</source>
            <translation>Plan a drill</translation>
        </message>
        <message>
            <source>Paste certificates</source>
            <translation>Paste certificates</translation>
        </message>
        <message>
            <source>Items of evaluation</source>
            <translation>Items of evaluation</translation>
        </message>
        <message>
            <source>What zones ask for</source>
            <translation>What zones ask for</translation>
        </message>
        <message>
            <source>Add a certificate</source>
            <translation>Add a certificate</translation>
        </message>
        <message>
            <source>Who may work</source>
            <translation>Who may work</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sessions</translation>
        </message>
        <message>
            <source>Courses and questions</source>
            <translation>Courses and questions</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>Certificates</translation>
        </message>
        <message>
            <source>Emergency plans</source>
            <translation>Emergency plans</translation>
        </message>
        <message>
            <source>Drills</source>
            <translation>Drills</translation>
        </message>
        <message>
            <source>At doors</source>
            <translation>At doors</translation>
        </message>
        <message>
            <source>Say which posts there are and what they ask for; then who may not work is seen here.</source>
            <translation>Say which posts there are and what they ask for; then who may not work is seen here.</translation>
        </message>
        <message>
            <source>Plan a session: people are told, and sign in with the phone by the code on the screen.</source>
            <translation>Plan a session: people are told, and sign in with the phone by the code on the screen.</translation>
        </message>
        <message>
            <source>A course is what somebody must have passed: by a session, by a short test, or by both.</source>
            <translation>A course is what somebody must have passed: by a session, by a short test, or by both.</translation>
        </message>
        <message>
            <source>Certificates of special operations with their expiry: people are told 90, 30 and 7 days ahead.</source>
            <translation>Certificates of special operations with their expiry: people are told 90, 30 and 7 days ahead.</translation>
        </message>
        <message>
            <source>A plan says what is done, by whom, and whom to call; phones find it by a zone's label.</source>
            <translation>A plan says what is done, by whom, and whom to call; phones find it by a zone's label.</translation>
        </message>
        <message>
            <source>A drill runs by its plan's steps with a stopwatch on the phone, and is evaluated here.</source>
            <translation>A drill runs by its plan's steps with a stopwatch on the phone, and is evaluated here.</translation>
        </message>
        <message>
            <source>No posts yet</source>
            <translation>No posts yet</translation>
        </message>
        <message>
            <source>No sessions yet</source>
            <translation>No sessions yet</translation>
        </message>
        <message>
            <source>No courses yet</source>
            <translation>No courses yet</translation>
        </message>
        <message>
            <source>No certificates yet</source>
            <translation>No certificates yet</translation>
        </message>
        <message>
            <source>No emergency plans yet</source>
            <translation>No emergency plans yet</translation>
        </message>
        <message>
            <source>No drills yet</source>
            <translation>No drills yet</translation>
        </message>
    </context>
    <context>
        <name>TrainingPanel</name>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Please fill in: {field}</source>
            <translation>Please fill in: {field}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Trial</name>
        <message>
            <source>Trying…</source>
            <translation>Trying…</translation>
        </message>
        <message numerus="yes">
            <source>It would have spoken %n times</source>
            <translation>
                <numerusform>It would have spoken %n time</numerusform>
                <numerusform>It would have spoken %n times</numerusform>
            </translation>
        </message>
        <message>
            <source>It would not have spoken once.</source>
            <translation>It would not have spoken once.</translation>
        </message>
    </context>
    <context>
        <name>TryIt</name>
        <message>
            <source>When it is reported</source>
            <translation>When it is reported</translation>
        </message>
        <message>
            <source>Try it: where would this go?</source>
            <translation>Try it: where would this go?</translation>
        </message>
        <message>
            <source>now</source>
            <translation>now</translation>
        </message>
        <message>
            <source>no equipment</source>
            <translation>no equipment</translation>
        </message>
        <message>
            <source>Draw a zone first.</source>
            <translation>Draw a zone first.</translation>
        </message>
        <message>
            <source>Its five requirements are due within {hours} h.</source>
            <translation>Its five requirements are due within {hours} h.</translation>
        </message>
        <message>
            <source>To be fixed within {hours} h.</source>
            <translation>To be fixed within {hours} h.</translation>
        </message>
        <message>
            <source>{number} ({why})</source>
            <translation>{number} ({why})</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>Goes to {name}, as no route fits.</source>
            <translation>Goes to {name}, as no route fits.</translation>
        </message>
        <message>
            <source>Goes to {name}, by route {number}.</source>
            <translation>Goes to {name}, by route {number}.</translation>
        </message>
        <message>
            <source>{name} stands in for {absent}.</source>
            <translation>{name} stands in for {absent}.</translation>
        </message>
        <message>
            <source>Passed over: {routes}.</source>
            <translation>Passed over: {routes}.</translation>
        </message>
    </context>
    <context>
        <name>TypedField</name>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Above or below</source>
            <translation>Above or below</translation>
        </message>
        <message>
            <source>A time of day such as 22:00</source>
            <translation>A time of day such as 22:00</translation>
        </message>
        <message>
            <source>A length of time such as 15</source>
            <translation>A length of time such as 15</translation>
        </message>
        <message>
            <source>A number from {least} to {most}</source>
            <translation>A number from {least} to {most}</translation>
        </message>
    </context>
    <context>
        <name>Unconfirmed</name>
        <message>
            <source>not yet confirmed</source>
            <translation>not yet confirmed</translation>
        </message>
        <message>
            <source>Done on this computer and kept here; the hub has yet to confirm it.</source>
            <translation>Done on this computer and kept here; the hub has yet to confirm it.</translation>
        </message>
    </context>
    <context>
        <name>Undelivered</name>
        <message>
            <source>Not delivered</source>
            <translation>Not delivered</translation>
        </message>
        <message>
            <source>Asking the hub…</source>
            <translation>Asking the hub…</translation>
        </message>
        <message>
            <source>Messages that did not arrive, and those that were tried in vain and go on. The newest first.</source>
            <translation>Messages that did not arrive, and those that were tried in vain and go on. The newest first.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Everything has arrived.</source>
            <translation>Everything has arrived.</translation>
        </message>
    </context>
    <context>
        <name>Undoing</name>
        <message>
            <source>Undo: {what}</source>
            <translation>Undo: {what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Redo: {what}</source>
            <translation>Redo: {what}</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>There is nothing to do again.</source>
            <translation>There is nothing to do again.</translation>
        </message>
        <message>
            <source>Taken back: {what}</source>
            <translation>Taken back: {what}</translation>
        </message>
        <message>
            <source>Done again: {what}</source>
            <translation>Done again: {what}</translation>
        </message>
        <message numerus="yes">
            <source>{what}, and %n more that was done with it</source>
            <translation>
                <numerusform>{what}, and %n more that was done with it</numerusform>
                <numerusform>{what}, and %n more that were done with it</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Visits</name>
        <message>
            <source>Audit visit</source>
            <translation>Audit visit</translation>
        </message>
        <message>
            <source>Audit bag</source>
            <translation>Audit bag</translation>
        </message>
        <message>
            <source>Open an audit bag</source>
            <translation>Open an audit bag</translation>
        </message>
        <message>
            <source>Audit bag or comments</source>
            <translation>Audit bag or comments</translation>
        </message>
        <message>
            <source>Bring back an auditor's comments</source>
            <translation>Bring back an auditor's comments</translation>
        </message>
        <message numerus="yes">
            <source>%n comments have come back and stand in the journal.</source>
            <translation>
                <numerusform>%n comment has come back and stands in the journal.</numerusform>
                <numerusform>%n comments have come back and stand in the journal.</numerusform>
            </translation>
        </message>
        <message>
            <source>All of these comments had come back before.</source>
            <translation>All of these comments had come back before.</translation>
        </message>
    </context>
    <context>
        <name>VisitsView</name>
        <message>
            <source>Days</source>
            <translation>Days</translation>
        </message>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message>
            <source>Only odd ones</source>
            <translation>Only odd ones</translation>
        </message>
        <message>
            <source>Visits are made of swipes: who went in when, and out again.</source>
            <translation>Visits are made of swipes: who went in when, and out again.</translation>
        </message>
        <message>
            <source>No visits</source>
            <translation>No visits</translation>
        </message>
        <message numerus="yes">
            <source>%n visits</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
        <message>
            <source>not seen</source>
            <translation>not seen</translation>
        </message>
        <message>
            <source>still there</source>
            <translation>still there</translation>
        </message>
        <message>
            <source>In</source>
            <translation>In</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>Out</translation>
        </message>
        <message>
            <source>Stayed</source>
            <translation>Stayed</translation>
        </message>
        <message>
            <source>Oddities</source>
            <translation>Oddities</translation>
        </message>
    </context>
    <context>
        <name>Wall</name>
        <message>
            <source>The map on a wall</source>
            <translation>The map on a wall</translation>
        </message>
        <message>
            <source>Leave the wall</source>
            <translation>Leave the wall</translation>
        </message>
        <message>
            <source>No floor yet</source>
            <translation>No floor yet</translation>
        </message>
        <message>
            <source>The hub is out of reach. This is how it stood at {clock}; it may be otherwise now.</source>
            <translation>The hub is out of reach. This is how it stood at {clock}; it may be otherwise now.</translation>
        </message>
        <message>
            <source>As of {clock}</source>
            <translation>As of {clock}</translation>
        </message>
        <message>
            <source>Floor {n} of {all}</source>
            <translation>Floor {n} of {all}</translation>
        </message>
        <message>
            <source>Next after {n} s (Up, Down)</source>
            <translation>Next after {n} s (Up, Down)</translation>
        </message>
        <message>
            <source>Stays at this floor (Up, Down)</source>
            <translation>Stays at this floor (Up, Down)</translation>
        </message>
        <message>
            <source>Esc leaves</source>
            <translation>Esc leaves</translation>
        </message>
    </context>
    <context>
        <name>WallUrgent</name>
        <message>
            <source>First now</source>
            <translation>First now</translation>
        </message>
        <message>
            <source>Nothing is waiting on this floor</source>
            <translation>Nothing is waiting on this floor</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>and {n} more</translation>
        </message>
    </context>
    <context>
        <name>Waterfall</name>
        <message>
            <source>Waiting for {who} · {span}</source>
            <translation>Waiting for {who} · {span}</translation>
        </message>
        <message>
            <source>Fix · {who} · {span}</source>
            <translation>Fix · {who} · {span}</translation>
        </message>
        <message>
            <source>First review</source>
            <translation>First review</translation>
        </message>
        <message>
            <source>Second review</source>
            <translation>Second review</translation>
        </message>
        <message>
            <source>me</source>
            <translation>me</translation>
        </message>
        <message>
            <source>Who has the ball</source>
            <translation>Who has the ball</translation>
        </message>
        <message>
            <source>{when} reported</source>
            <translation>{when} reported</translation>
        </message>
        <message>
            <source>{when} taken on</source>
            <translation>{when} taken on</translation>
        </message>
        <message>
            <source>{when} fixed</source>
            <translation>{when} fixed</translation>
        </message>
        <message>
            <source>{when} first review passed</source>
            <translation>{when} first review passed</translation>
        </message>
        <message>
            <source>due {when}</source>
            <translation>due {when}</translation>
        </message>
        <message>
            <source>was due {when}</source>
            <translation>was due {when}</translation>
        </message>
        <message>
            <source>now {time}</source>
            <translation>now {time}</translation>
        </message>
    </context>
    <context>
        <name>WeightsPanel</name>
        <message>
            <source>Weights and bands</source>
            <translation>Weights and bands</translation>
        </message>
        <message>
            <source>What is typed here is tried at once in the table; it holds when it is saved.</source>
            <translation>What is typed here is tried at once in the table; it holds when it is saved.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
    </context>
    <context>
        <name>WhatIf</name>
        <message>
            <source>It would be</source>
            <translation>It would be</translation>
        </message>
        <message>
            <source>Without it: {level}</source>
            <translation>Without it: {level}</translation>
        </message>
        <message>
            <source>With it: {level}</source>
            <translation>With it: {level}</translation>
        </message>
        <message>
            <source>{effect}; it moves the colour</source>
            <translation>{effect}; it moves the colour</translation>
        </message>
    </context>
    <context>
        <name>WhomDialog</name>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Choose a person or a team.</source>
            <translation>Choose a person or a team.</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Anhuan</source>
            <translation>Anhuan</translation>
        </message>
        <message>
            <source>Opening the plant…</source>
            <translation>Opening the plant…</translation>
        </message>
    </context>
    <context>
        <name>ZoneEmergency</name>
        <message>
            <source>Edit…</source>
            <translation>Edit…</translation>
        </message>
        <message>
            <source>Nobody has written yet what to do here when something happens.</source>
            <translation>Nobody has written yet what to do here when something happens.</translation>
        </message>
        <message>
            <source>No emergency number yet</source>
            <translation>No emergency number yet</translation>
        </message>
    </context>
    <context>
        <name>ZoneForm</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Responsible supervisor</source>
            <translation>Responsible supervisor</translation>
        </message>
        <message>
            <source>Maintenance team</source>
            <translation>Maintenance team</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>Nobody yet</translation>
        </message>
        <message>
            <source>No team yet</source>
            <translation>No team yet</translation>
        </message>
    </context>
    <context>
        <name>ZoneList</name>
        <message>
            <source>Which zones</source>
            <translation>Which zones</translation>
        </message>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>To be printed</source>
            <translation>To be printed</translation>
        </message>
        <message>
            <source>Print the PDF at 100 %, never 'fit to page'. Press a place on the sheet if its sticker is gone.</source>
            <translation>Print the PDF at 100 %, never 'fit to page'. Press a place on the sheet if its sticker is gone.</translation>
        </message>
        <message>
            <source>Zones, ticked for printing</source>
            <translation>Zones, ticked for printing</translation>
        </message>
        <message>
            <source>kept back</source>
            <translation>kept back</translation>
        </message>
        <message numerus="yes">
            <source>%n zones</source>
            <translation>
                <numerusform>%n zone</numerusform>
                <numerusform>%n zones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ZoneMenu</name>
        <message>
            <source>Split by a line</source>
            <translation>Split by a line</translation>
        </message>
        <message>
            <source>Corners as numbers…</source>
            <translation>Corners as numbers…</translation>
        </message>
        <message>
            <source>Merge with</source>
            <translation>Merge with</translation>
        </message>
        <message>
            <source>Copy to floor</source>
            <translation>Copy to floor</translation>
        </message>
        <message>
            <source>Retire zone…</source>
            <translation>Retire zone…</translation>
        </message>
    </context>
    <context>
        <name>ZoneNeeds</name>
        <message>
            <source>What zones ask for</source>
            <translation>What zones ask for</translation>
        </message>
        <message>
            <source>Whoever goes in by a door without it stands on the list; a rule can tell at once.</source>
            <translation>Whoever goes in by a door without it stands on the list; a rule can tell at once.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>asks for nothing</source>
            <translation>asks for nothing</translation>
        </message>
        <message>
            <source>The zone asks for it from now on.</source>
            <translation>The zone asks for it from now on.</translation>
        </message>
    </context>
    <context>
        <name>ZonePanel</name>
        <message>
            <source>Inspection missed; it was open until {moment}</source>
            <translation>Inspection missed; it was open until {moment}</translation>
        </message>
        <message>
            <source>{n} corners</source>
            <translation>{n} corners</translation>
        </message>
        <message>
            <source>New zone</source>
            <translation>New zone</translation>
        </message>
        <message>
            <source>e.g. Press shop</source>
            <translation>e.g. Press shop</translation>
        </message>
        <message>
            <source>Drag the corners to fit; then say what it is.</source>
            <translation>Drag the corners to fit; then say what it is.</translation>
        </message>
        <message>
            <source>Save zone</source>
            <translation>Save zone</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Edit plan</source>
            <translation>Edit plan</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>Draw</translation>
        </message>
        <message>
            <source>A rectangle by dragging (R), or corner by corner (P), closed by Enter.</source>
            <translation>A rectangle by dragging (R), or corner by corner (P), closed by Enter.</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Fit</translation>
        </message>
        <message>
            <source>Corners snap to lines; Alt turns that off, Shift makes right angles.</source>
            <translation>Corners snap to lines; Alt turns that off, Shift makes right angles.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Click a zone, drag it, or drag its corners. Delete removes a corner.</source>
            <translation>Click a zone, drag it, or drag its corners. Delete removes a corner.</translation>
        </message>
        <message>
            <source>Put there</source>
            <translation>Put there</translation>
        </message>
        <message>
            <source>Equipment, sensors, doors, extinguishers: by their signs (T).</source>
            <translation>Equipment, sensors, doors, extinguishers: by their signs (T).</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Take over</translation>
        </message>
        <message>
            <source>The drawing's own rooms can be taken with one click each.</source>
            <translation>The drawing's own rooms can be taken with one click each.</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>Look around</translation>
        </message>
        <message>
            <source>Wheel zooms, Space or the middle button pans, F shows all.</source>
            <translation>Wheel zooms, Space or the middle button pans, F shows all.</translation>
        </message>
        <message>
            <source>Lies partly on {zone}. Move its corners off it, or wholly inside.</source>
            <translation>Lies partly on {zone}. Move its corners off it, or wholly inside.</translation>
        </message>
        <message>
            <source>A zone needs a name</source>
            <translation>A zone needs a name</translation>
        </message>
        <message>
            <source>Every change is saved at once and can be undone.</source>
            <translation>Every change is saved at once and can be undone.</translation>
        </message>
        <message>
            <source>Retire zone…</source>
            <translation>Retire zone…</translation>
        </message>
        <message>
            <source>It leaves the map and its labels stop working. What happened in it stays.</source>
            <translation>It leaves the map and its labels stop working. What happened in it stays.</translation>
        </message>
        <message>
            <source>Retire '{zone}'?</source>
            <translation>Retire '{zone}'?</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Keep</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Take the note away</source>
            <translation>Take the note away</translation>
        </message>
        <message>
            <source>Why this colour</source>
            <translation>Why this colour</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>and {n} more</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>Report a hazard here</source>
            <translation>Report a hazard here</translation>
        </message>
        <message>
            <source>No label yet: nobody can report from here by phone.</source>
            <translation>No label yet: nobody can report from here by phone.</translation>
        </message>
        <message>
            <source>{code}, version {n}: issued, not printed yet</source>
            <translation>{code}, version {n}: issued, not printed yet</translation>
        </message>
        <message>
            <source>{code}, version {n}: printed {moment}</source>
            <translation>{code}, version {n}: printed {moment}</translation>
        </message>
    </context>
    <context>
        <name>ZonePeople</name>
        <message>
            <source>No supervisor yet</source>
            <translation>No supervisor yet</translation>
        </message>
        <message>
            <source>supervisor</source>
            <translation>supervisor</translation>
        </message>
        <message>
            <source>no phone number</source>
            <translation>no phone number</translation>
        </message>
        <message>
            <source>No team yet</source>
            <translation>No team yet</translation>
        </message>
        <message>
            <source>maintenance team</source>
            <translation>maintenance team</translation>
        </message>
    </context>
    <context>
        <name>ZonePresence</name>
        <message>
            <source>Who is in it</source>
            <translation>Who is in it</translation>
        </message>
        <message>
            <source>Who was in it</source>
            <translation>Who was in it</translation>
        </message>
        <message>
            <source>checked in {moment}</source>
            <translation>checked in {moment}</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>and {n} more</translation>
        </message>
        <message>
            <source>Nobody has checked in here in the last 12 hours.</source>
            <translation>Nobody has checked in here in the last 12 hours.</translation>
        </message>
        <message>
            <source>No door tells who is here: in an emergency count the people at the assembly point.</source>
            <translation>No door tells who is here: in an emergency count the people at the assembly point.</translation>
        </message>
        <message numerus="yes">
            <source>%n inside by the doors' word</source>
            <translation>
                <numerusform>%n inside by the doors' word</numerusform>
                <numerusform>%n inside by the doors' word</numerusform>
            </translation>
        </message>
        <message>
            <source>since {moment}</source>
            <translation>since {moment}</translation>
        </message>
        <message>
            <source>Doors can be passed without a card: in an emergency count the people at the assembly point.</source>
            <translation>Doors can be passed without a card: in an emergency count the people at the assembly point.</translation>
        </message>
    </context>
    <context>
        <name>ZoneRisk</name>
        <message>
            <source>No risk point yet: the level is that of its class.</source>
            <translation>No risk point yet: the level is that of its class.</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>and {n} more</translation>
        </message>
    </context>
    <context>
        <name>ZoneRounds</name>
        <message>
            <source>Next inspections</source>
            <translation>Next inspections</translation>
        </message>
        <message>
            <source>No inspection is planned.</source>
            <translation>No inspection is planned.</translation>
        </message>
        <message>
            <source>anybody</source>
            <translation>anybody</translation>
        </message>
        <message>
            <source>open until {moment}</source>
            <translation>open until {moment}</translation>
        </message>
    </context>
    <context>
        <name>ZoneSensors</name>
        <message>
            <source>Sensors now</source>
            <translation>Sensors now</translation>
        </message>
        <message>
            <source>Sensors then</source>
            <translation>Sensors then</translation>
        </message>
        <message>
            <source>The hub is being asked…</source>
            <translation>The hub is being asked…</translation>
        </message>
        <message>
            <source>The hub is out of reach: nothing is known of the sensors.</source>
            <translation>The hub is out of reach: nothing is known of the sensors.</translation>
        </message>
        <message>
            <source>The hub is out of reach: as it was {moment}.</source>
            <translation>The hub is out of reach: as it was {moment}.</translation>
        </message>
    </context>
    <context>
        <name>ZoneTraining</name>
        <message>
            <source>Whoever goes in needs</source>
            <translation>Whoever goes in needs</translation>
        </message>
        <message>
            <source>Set…</source>
            <translation>Set…</translation>
        </message>
        <message>
            <source>Nothing is asked for.</source>
            <translation>Nothing is asked for.</translation>
        </message>
        <message>
            <source>Emergency plans</source>
            <translation>Emergency plans</translation>
        </message>
        <message>
            <source>No plan holds here yet.</source>
            <translation>No plan holds here yet.</translation>
        </message>
        <message>
            <source>Who went in without it</source>
            <translation>Who went in without it</translation>
        </message>
        <message numerus="yes">
            <source>%n people went in without it</source>
            <translation>
                <numerusform>%n person went in without it</numerusform>
                <numerusform>%n people went in without it</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody went in without it.</source>
            <translation>Nobody went in without it.</translation>
        </message>
    </context>
    <context>
        <name>ZonesView</name>
        <message>
            <source>lies partly on: {zone}</source>
            <translation>lies partly on: {zone}</translation>
        </message>
    </context>
    <context>
        <name>ZoomBar</name>
        <message>
            <source>Zoom in (+)</source>
            <translation>Zoom in (+)</translation>
        </message>
        <message>
            <source>Zoom out (−)</source>
            <translation>Zoom out (−)</translation>
        </message>
        <message>
            <source>Show all of it (F)</source>
            <translation>Show all of it (F)</translation>
        </message>
    </context>
    <context>
        <name>_Card</name>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>End the tour</source>
            <translation>End the tour</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Begin to work</source>
            <translation>Begin to work</translation>
        </message>
    </context>
    <context>
        <name>_Field</name>
        <message>
            <source>Page, action, zone, hazard number, person …</source>
            <translation>Page, action, zone, hazard number, person …</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Search everything</translation>
        </message>
    </context>
    <context>
        <name>_Line</name>
        <message>
            <source>unread</source>
            <translation>unread</translation>
        </message>
    </context>
</TS>
