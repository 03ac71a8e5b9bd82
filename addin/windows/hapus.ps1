# Menghapus Selaras milik pengguna ini. Buku kerja dan daftar nomenklatur Anda tidak disentuh.
[CmdletBinding()]
param(
    [string]$Folder = (Join-Path $env:LOCALAPPDATA 'Selaras')
)
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'selaras.psm1') -Force

Assert-ExcelClosed
if (Test-Path -LiteralPath $Folder) {
    $versions = @(Get-ChildItem -Path $Folder -Directory | Where-Object { $_.Name -match '^\d+\.\d+' })
    foreach ($version in $versions) {
        $program = Join-Path $version.FullName 'Scripts\selaras.exe'
        # What an interrupted installation has put aside does not run where it lies.
        if ((Test-Path -LiteralPath $program) -and -not $version.Name.EndsWith('.lama')) {
            Invoke-Program $program @('addin', 'uninstall') 'Add-in tidak dapat dihapus.'
        }
    }
    # Only what the installer has made: the folder itself goes where nothing else is in it.
    $versions | Remove-Item -Recurse -Force
    $commands = Join-Path $Folder 'bin'
    Remove-FromUserPath $commands
    $command = Join-Path $commands 'selaras.cmd'
    if (Test-Path -LiteralPath $command) {
        Remove-Item -LiteralPath $command -Force
    }
    foreach ($path in $commands, $Folder) {
        if ((Test-Path -LiteralPath $path) -and -not (Get-ChildItem -LiteralPath $path -Force)) {
            Remove-Item -LiteralPath $path -Force
        }
    }
    Write-Host 'Selaras sudah dihapus.' -ForegroundColor Green
}
else {
    Write-Host 'Selaras tidak terpasang.'
}
exit 0
