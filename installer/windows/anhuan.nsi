; The installer for Windows. Compiled by installer/windows/build.py:
;   makensis -DVERSION=… -DFROZEN=folder -DOUT=file -DICON=file anhuan.nsi
; Silent: anhuan-setup.exe /S [/AllUsers | /CurrentUser] [/HUB] [/D=folder]; gone silently: uninstall.exe /S.
; It installs over an older one, keeps the plant's data when it goes, and opens audit bags (*.bag).
; -DSIGN="command %1" has the installer and its uninstaller signed while they are made.

Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma

!define NAME "Anhuan"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Anhuan"
!define BAG "Anhuan.AuditBag"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_USE_PROGRAMFILES64
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME} (安环台)"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"
!ifdef SIGN
!finalize '${SIGN}'
!uninstfinalize '${SIGN}'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\anhuan.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "console"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString PROGRAM ${LANG_SIMPCHINESE} "安环台控制台"
LangString PROGRAM ${LANG_ENGLISH} "Anhuan console"
LangString HUB ${LANG_SIMPCHINESE} "本机作为工厂的中心（开机自动运行，需要管理员）"
LangString HUB ${LANG_ENGLISH} "This machine is the plant's hub (runs from the start; needs an administrator)"
LangString HUB_FAILED ${LANG_SIMPCHINESE} "没有能把中心安装为系统服务。安装完成后请以管理员身份执行：anhuan hub install-service"
LangString HUB_FAILED ${LANG_ENGLISH} "The hub could not be made a service. Afterwards run as an administrator: anhuan hub install-service"
LangString HUB_ALONE ${LANG_SIMPCHINESE} "只有为所有用户安装时，本机才能作为中心。"
LangString HUB_ALONE ${LANG_ENGLISH} "Only a machine that it is installed on for all users can be the hub."
LangString BAG_NAME ${LANG_SIMPCHINESE} "安环台迎检包"
LangString BAG_NAME ${LANG_ENGLISH} "Anhuan audit bag"
LangString IN_USE ${LANG_SIMPCHINESE} "安环台正在运行，请先关闭它。"
LangString IN_USE ${LANG_ENGLISH} "Anhuan is running. Please close it first."
LangString STAYS ${LANG_SIMPCHINESE} "工厂数据没有删除："
LangString STAYS ${LANG_ENGLISH} "The plant's data was left where it is: "

; A program at work cannot be written over. The hub is ended and comes again; a console is closed by its person.
!macro END_RUNNING UN
Function ${UN}EndRunning
  nsExec::Exec 'schtasks /End /TN "Anhuan Hub"'
  Pop $0
  StrCpy $1 0
  ${While} $1 < 20
    IfFileExists "$INSTDIR\anhuan.exe" 0 done
    ClearErrors
    FileOpen $0 "$INSTDIR\anhuan.exe" a
    IfErrors 0 free
    Sleep 500
    IntOp $1 $1 + 1
  ${EndWhile}
  MessageBox MB_OK|MB_ICONSTOP "$(IN_USE)" /SD IDOK
  SetErrorLevel 3
  Abort
free:
  FileClose $0
done:
FunctionEnd
!macroend
!insertmacro END_RUNNING ""
!insertmacro END_RUNNING "un."

Section "$(PROGRAM)" SecProgram
  SectionIn RO
  Call EndRunning
  RMDir /r "$INSTDIR\_internal" ; what an older version had and this one has not
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(PROGRAM).lnk" "$INSTDIR\anhuan.exe" "console"

  WriteRegStr SHCTX "Software\Classes\.bag" "" "${BAG}"
  WriteRegStr SHCTX "Software\Classes\${BAG}" "" "$(BAG_NAME)"
  WriteRegStr SHCTX "Software\Classes\${BAG}\DefaultIcon" "" "$INSTDIR\anhuan.exe,0"
  WriteRegStr SHCTX "Software\Classes\${BAG}\shell\open\command" "" '"$INSTDIR\anhuan.exe" console "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr SHCTX "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\anhuan.exe"
  WriteRegStr SHCTX "${KEY}" "Publisher" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S /$MultiUser.InstallMode'
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" $0
  nsExec::Exec 'schtasks /Run /TN "Anhuan Hub"' ; where there is one, it goes on with the new program
  Pop $0
SectionEnd

Section /o "$(HUB)" SecHub
  ${If} $MultiUser.InstallMode != "AllUsers"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(HUB_ALONE)" /SD IDOK
  ${Else}
    nsExec::ExecToLog '"$INSTDIR\anhuan.exe" hub install-service'
    Pop $0
    ${If} $0 != 0
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(HUB_FAILED)" /SD IDOK
      SetErrorLevel 4
    ${EndIf}
  ${EndIf}
SectionEnd

Section "Uninstall"
  Call un.EndRunning
  nsExec::Exec '"$INSTDIR\anhuan.exe" hub remove-service'
  Pop $0
  Delete "$SMPROGRAMS\$(PROGRAM).lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\anhuan.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey SHCTX "Software\Classes\${BAG}"
  ReadRegStr $0 SHCTX "Software\Classes\.bag" ""
  ${If} $0 == "${BAG}"
    DeleteRegKey SHCTX "Software\Classes\.bag"
  ${EndIf}
  DeleteRegKey SHCTX "${KEY}"
  DetailPrint "$(STAYS) $LOCALAPPDATA\anhuan"
SectionEnd

Function .onInit
  !insertmacro MULTIUSER_INIT
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/HUB" $1
  ${IfNot} ${Errors}
    SectionGetFlags ${SecHub} $2
    IntOp $2 $2 | ${SF_SELECTED}
    SectionSetFlags ${SecHub} $2
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd
