@echo off
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0pasang.ps1" %*
pause
