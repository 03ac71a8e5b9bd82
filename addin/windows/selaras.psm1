# What installing and removing share. User scope only: nothing here needs an administrator.
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Ends the script with words for the user.
function Stop-Selaras([string]$Message) {
    Write-Host ''
    Write-Host $Message -ForegroundColor Red
    exit 1
}

# Runs a program and ends the script, with these words, where it fails.
function Invoke-Program([string]$Program, [string[]]$Arguments, [string]$Failure) {
    & $Program @Arguments | Out-Host
    if ($LASTEXITCODE -ne 0) {
        Stop-Selaras $Failure
    }
}

# Removes a folder with all that it holds; none there is none to remove.
function Remove-Tree([string]$Folder) {
    if (Test-Path -LiteralPath $Folder) {
        Remove-Item -LiteralPath $Folder -Recurse -Force
    }
}

function Assert-ExcelClosed {
    if (Get-Process -Name EXCEL -ErrorAction SilentlyContinue) {
        Stop-Selaras 'Excel masih terbuka. Simpan pekerjaan Anda, tutup semua jendela Excel, lalu ulangi.'
    }
}

# The user's Path as it is written, its variables not replaced by their values.
function Get-UserPath {
    $key = Get-Item -Path 'HKCU:\Environment'
    return [string]$key.GetValue('Path', '', 'DoNotExpandEnvironmentNames')
}

function Set-UserPath([string]$Value) {
    Set-ItemProperty -Path 'HKCU:\Environment' -Name 'Path' -Value $Value -Type ExpandString
    # Setting any variable this way tells the running programs that something has changed.
    [Environment]::SetEnvironmentVariable('SELARAS_PATH', 'x', 'User')
    [Environment]::SetEnvironmentVariable('SELARAS_PATH', $null, 'User')
}

function Remove-FromUserPath([string]$Folder) {
    $before = Get-UserPath
    $rest = @($before -split ';' | Where-Object { $_ -and ($_.TrimEnd('\') -ne $Folder.TrimEnd('\')) })
    $after = $rest -join ';'
    if ($after -ne $before.Trim(';')) {
        Set-UserPath $after
    }
}

function Add-ToUserPath([string]$Folder) {
    $before = Get-UserPath
    $there = @($before -split ';' | Where-Object { $_.TrimEnd('\') -eq $Folder.TrimEnd('\') })
    if ($there.Count -eq 0) {
        Set-UserPath ((@($before.TrimEnd(';'), $Folder) | Where-Object { $_ }) -join ';')
    }
}

Export-ModuleMember -Function *-*
