# Memasang Selaras untuk pengguna ini saja: tanpa hak administrator dan tanpa internet.
[CmdletBinding()]
param(
    # The python.exe to use; found by itself where it is not given.
    [string]$Python = '',
    [string]$Folder = (Join-Path $env:LOCALAPPDATA 'Selaras')
)
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'selaras.psm1') -Force

# isi.json tells what belongs to this bundle; the release script writes it.
$bundle = Get-Content -Path (Join-Path $PSScriptRoot 'isi.json') -Raw -Encoding UTF8 | ConvertFrom-Json

function Assert-Complete {
    foreach ($file in $bundle.files) {
        $path = Join-Path $PSScriptRoot $file.path
        if (-not (Test-Path -LiteralPath $path)) {
            Stop-Selaras "Berkas $($file.path) tidak ada. Ekstrak seluruh isi zip, lalu ulangi."
        }
        if ((Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -ne $file.sha256) {
            Stop-Selaras "Berkas $($file.path) rusak atau diubah. Unduh ulang, lalu ulangi."
        }
    }
}

# Whether a program is a 64-bit Python for which this bundle has packages.
function Test-Python([string]$Program) {
    if (-not $Program -or -not (Test-Path -LiteralPath $Program)) {
        return $false
    }
    $code = "import sys; print('%d.%d %d' % (sys.version_info[0], sys.version_info[1], 64 if sys.maxsize > 2**32 else 32))"
    $answer = & $Program -c $code
    return ($LASTEXITCODE -eq 0) -and ($bundle.python -contains ([string]$answer -split ' ')[0]) -and ([string]$answer).EndsWith(' 64')
}

# The newest Python that registered itself with Windows.
function Find-Python {
    foreach ($version in $bundle.python) {
        foreach ($root in 'HKCU:\Software\Python\PythonCore', 'HKLM:\Software\Python\PythonCore') {
            $key = "$root\$version\InstallPath"
            if (-not (Test-Path -Path $key)) {
                continue
            }
            $item = Get-Item -Path $key
            $program = [string]$item.GetValue('ExecutablePath', '')
            if (-not $program) {
                $program = Join-Path ([string]$item.GetValue('', '')) 'python.exe'
            }
            if (Test-Python $program) {
                return $program
            }
        }
    }
    return ''
}

Assert-ExcelClosed
Assert-Complete

if ($Python) {
    if (-not (Test-Python $Python)) {
        Stop-Selaras "$Python bukan Python 64-bit versi $($bundle.python -join ', ')."
    }
}
else {
    $Python = Find-Python
    if (-not $Python) {
        Stop-Selaras "Python 64-bit versi $($bundle.python -join ', ') tidak ditemukan. Pasang dari python.org (pilihan bawaan, tanpa hak administrator), lalu ulangi."
    }
}
Write-Host "Python: $Python"

# A folder for each version: where this installation fails, the old one still works. The same version
# is put aside meanwhile; programs know in which folder they were installed, so that the new ones must
# be made in its place.
$target = Join-Path $Folder $bundle.selaras
$aside = "$target.lama"
$scripts = Join-Path $target 'Scripts'
Write-Host "Memasang Selaras $($bundle.selaras) di $target"
if (Test-Path -LiteralPath $aside) {
    # An installation was interrupted: what it had put aside is the one that works.
    Remove-Tree $target
}
elseif (Test-Path -LiteralPath $target) {
    try {
        Move-Item -LiteralPath $target -Destination $aside
    }
    catch {
        Stop-Selaras "Folder $target sedang dipakai. Tutup semua program yang memakainya, lalu ulangi."
    }
}
$installed = $false
try {
    Invoke-Program $Python @('-m', 'venv', '--clear', $target) 'Python tidak dapat menyiapkan folder Selaras.'
    Invoke-Program (Join-Path $scripts 'python.exe') @(
        '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-index',
        '--find-links', (Join-Path $PSScriptRoot 'wheels'), $bundle.requirement
    ) 'Paket Selaras tidak dapat dipasang.'
    Invoke-Program (Join-Path $scripts 'selaras.exe') @(
        'addin', 'install', '--file', (Join-Path $PSScriptRoot 'Selaras.xlam')
    ) 'Add-in tidak dapat dipasang.'
    $installed = $true
}
finally {
    # Runs too where the script ends in between.
    if (-not $installed) {
        Remove-Tree $target
        if (Test-Path -LiteralPath $aside) {
            Move-Item -LiteralPath $aside -Destination $target
        }
    }
}

# So that "selaras" can be typed in a Command Prompt.
$commands = Join-Path $Folder 'bin'
New-Item -ItemType Directory -Path $commands -Force | Out-Null
$line = '@"%~dp0..\{0}\Scripts\selaras.exe" %*' -f $bundle.selaras
Set-Content -Path (Join-Path $commands 'selaras.cmd') -Value $line -Encoding Ascii
Add-ToUserPath $commands

# Other versions are not needed any more.
Get-ChildItem -Path $Folder -Directory |
    Where-Object { $_.Name -match '^\d+\.\d+' -and $_.Name -ne $bundle.selaras } |
    Remove-Item -Recurse -Force -ErrorAction SilentlyContinue

& (Join-Path $scripts 'selaras.exe') addin doctor | Out-Host
Write-Host ''
Write-Host 'Selesai. Buka Excel; tab Selaras ada di pita.' -ForegroundColor Green
exit 0
