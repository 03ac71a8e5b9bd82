@echo off
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0hapus.ps1" %*
pause
