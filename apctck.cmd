@echo off
rem Builds what is missing or out of date, then runs the command.
setlocal
set "ROOT=%~dp0"
set "OUT=%ROOT%cli\target\quick"
set "JAR=%OUT%\apctck.jar"
set "STAMP=%OUT%\apctck.stamp"
set "ARCHIVE=%OUT%\apctck.jsa"
rem The name that agents look for.
set "AGENTS=%OUT%\agent.jsa"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

if not exist "%JAR%" goto build
if not exist "%STAMP%" goto build
rem A folder is newer, too, once a file in it was deleted.
powershell -NoProfile -Command "$t = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; Set-Location -LiteralPath $env:ROOT; if (Get-ChildItem -Recurse -Force pom.xml, .mvn, */pom.xml, */src/main, spec/rules, spec/faults.yaml, spec/profiles.yaml -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 goto build
goto run

:build
echo building (first run takes a minute)... 1>&2
if not exist "%OUT%" mkdir "%OUT%"
if exist "%ARCHIVE%" del "%ARCHIVE%"
if exist "%AGENTS%" del "%AGENTS%"
type nul > "%STAMP%.new"
rem Maven never deletes the copy of a resource: a feature that was renamed would be there twice.
for /d %%M in ("%ROOT%*") do if exist "%%M\target\quick\classes" rmdir /s /q "%%M\target\quick\classes"
pushd "%ROOT%"
call mvn -B -q -ntp -Dquick -pl cli -am package > "%OUT%\build.log" 2>&1
if errorlevel 1 (
  popd
  type "%OUT%\build.log" 1>&2
  echo apctck: the build failed 1>&2
  exit /b 4
)
popd
"%JAVA%" -XX:+UseSerialGC "-Dapctck.home=%ROOT%." -Xlog:disable "-XX:ArchiveClassesAtExit=%ARCHIVE%" -jar "%JAR%" run --target reference --out "%OUT%\warm-up" >nul 2>&1
if exist "%OUT%\warm-up" rmdir /s /q "%OUT%\warm-up"
"%JAVA%" -XX:+UseSerialGC -Xlog:disable "-XX:ArchiveClassesAtExit=%AGENTS%" -cp "%JAR%" org.apctck.jna.Agent rehearsal <"%ROOT%native-adapter\rehearsal.ndjson" >nul 2>&1
if errorlevel 1 if exist "%AGENTS%" del "%AGENTS%"
move /y "%STAMP%.new" "%STAMP%" >nul

:run
set "CDS="
if exist "%ARCHIVE%" set CDS="-XX:SharedArchiveFile=%ARCHIVE%" -Xlog:disable
rem Only a long search runs for so long that the optimizing compiler pays.
set "JIT=-XX:TieredStopAtLevel=1"
if "%~1"=="explore" set "JIT="
"%JAVA%" -XX:+UseSerialGC -Xshare:auto %JIT% "-Dapctck.home=%ROOT%." %CDS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
