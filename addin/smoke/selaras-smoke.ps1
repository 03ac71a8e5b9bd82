# Runs every button and every function of Selaras in the Excel of this computer and writes a report.
#
#   powershell -NoProfile -ExecutionPolicy Bypass -File selaras-smoke.ps1
#
# What is run is read from selaras-smoke.json, which the build derives from the add-in's own tables.
# Dialogs of Selaras are answered with Yes or OK and their words are noted in the report.
[CmdletBinding()]
param(
    [string]$Plan = (Join-Path $PSScriptRoot 'selaras-smoke.json'),
    [string]$Addin = (Join-Path $env:APPDATA 'Microsoft\Excel\XLSTART\Selaras.xlam'),
    [string]$Workbook = (Join-Path $PSScriptRoot 'contoh.xlsx'),
    [string]$Report = (Join-Path $PSScriptRoot ('laporan-{0:yyyyMMdd-HHmmss}' -f (Get-Date)))
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

Add-Type -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;

// Answers the message boxes with a given title and keeps their words.
public sealed class SelarasDialogs : IDisposable
{
    private delegate bool Visit(IntPtr window, IntPtr parameter);
    [DllImport("user32.dll")] private static extern bool EnumWindows(Visit visit, IntPtr parameter);
    [DllImport("user32.dll")] private static extern bool EnumChildWindows(IntPtr parent, Visit visit, IntPtr parameter);
    [DllImport("user32.dll", CharSet = CharSet.Unicode)] private static extern int GetClassName(IntPtr window, StringBuilder text, int size);
    [DllImport("user32.dll", CharSet = CharSet.Unicode)] private static extern int GetWindowText(IntPtr window, StringBuilder text, int size);
    [DllImport("user32.dll")] private static extern IntPtr GetDlgItem(IntPtr dialog, int item);
    [DllImport("user32.dll")] private static extern bool PostMessage(IntPtr window, uint message, IntPtr wide, IntPtr low);

    private const uint Command = 0x0111;
    private static readonly int[] Answers = { 6, 1, 2 }; // Yes, OK, Cancel

    private readonly string title;
    private readonly List<string> words = new List<string>();
    private readonly Thread thread;
    private volatile bool done;

    public SelarasDialogs(string title)
    {
        this.title = title;
        thread = new Thread(Watch);
        thread.IsBackground = true;
        thread.Start();
    }

    public string[] Take()
    {
        lock (words) { var taken = words.ToArray(); words.Clear(); return taken; }
    }

    public void Dispose() { done = true; thread.Join(); }

    private void Watch()
    {
        while (!done) { EnumWindows(Answer, IntPtr.Zero); Thread.Sleep(200); }
    }

    private bool Answer(IntPtr window, IntPtr parameter)
    {
        if (Text(window, GetClassName) != "#32770" || Text(window, GetWindowText) != title) return true;
        var said = new StringBuilder();
        EnumChildWindows(window, delegate(IntPtr child, IntPtr unused)
        {
            if (Text(child, GetClassName) == "Static") said.Append(Text(child, GetWindowText));
            return true;
        }, IntPtr.Zero);
        foreach (int answer in Answers)
        {
            if (GetDlgItem(window, answer) == IntPtr.Zero) continue;
            lock (words) { words.Add(said.ToString()); }
            PostMessage(window, Command, (IntPtr)answer, IntPtr.Zero);
            break;
        }
        return true;
    }

    private delegate int Reader(IntPtr window, StringBuilder text, int size);

    private static string Text(IntPtr window, Reader reader)
    {
        var text = new StringBuilder(4096);
        reader(window, text, text.Capacity);
        return text.ToString();
    }
}
'@

$tasks = Get-Content -Path $Plan -Raw -Encoding UTF8 | ConvertFrom-Json
$results = New-Object System.Collections.ArrayList

# Runs a step, and notes whether it went well, how long it took and what Selaras said meanwhile.
function Invoke-Step([string]$Kind, [string]$Name, [scriptblock]$Action) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $well = $true
    $note = ''
    try {
        $note = [string](& $Action)
    }
    catch {
        $well = $false
        $note = $_.Exception.Message
    }
    $said = @($dialogs.Take())
    # Selaras names its log file only where something went wrong inside it.
    if ($said | Where-Object { $_ -like "*$($tasks.log)*" }) {
        $well = $false
    }
    $null = $results.Add([ordered]@{
            kind = $Kind; name = $Name; ok = $well; note = $note; dialogs = $said
            milliseconds = $watch.ElapsedMilliseconds
        })
    $mark = 'GAGAL'
    if ($well) { $mark = 'baik' }
    Write-Host ('{0,-6} {1,-9} {2} {3}' -f $mark, $Kind, $Name, $note)
}

# Writes a value so that Excel keeps it: texts as texts, or codes would become numbers and dates.
function Set-Cell($Cell, $Value) {
    if ($Value -is [string]) {
        $Cell.NumberFormat = '@'
    }
    $Cell.Value2 = $Value
}

# Calls a function on cells of an empty sheet and compares what it returns.
function Test-Function($Function) {
    $sheet = $book.Worksheets.Add()
    try {
        $column = 1
        $ranges = @()
        foreach ($argument in $Function.arguments) {
            $rows = @($argument)
            for ($row = 0; $row -lt $rows.Count; $row++) {
                Set-Cell $sheet.Cells.Item($row + 1, $column) $rows[$row]
            }
            $ranges += $sheet.Range($sheet.Cells.Item(1, $column), $sheet.Cells.Item($rows.Count, $column)).Address($false, $false)
            $column++
        }
        $expected = @($Function.expected)
        $target = $sheet.Range($sheet.Cells.Item(1, $column), $sheet.Cells.Item($expected.Count, $column))
        $target.FormulaArray = '={0}({1})' -f $Function.name, ($ranges -join ',')
        for ($row = 0; $row -lt $expected.Count; $row++) {
            $found = $sheet.Cells.Item($row + 1, $column).Value2
            if ($null -eq $found) { $found = '' }
            if ([string]$found -ne [string]$expected[$row]) {
                throw "baris $($row + 1): '$found', seharusnya '$($expected[$row])'"
            }
        }
    }
    finally {
        [void]$sheet.Delete()
    }
}

# Presses a button: calls what the ribbon calls, and tells which sheets there are then.
function Invoke-Button([string]$Id) {
    $book.Activate()
    # A cell has a property ID, as the controls of the ribbon have. Some versions of Excel hand over
    # the cell's value instead; then the procedure below the callback is called.
    $control = $xlam.Worksheets.Item(1).Range('Z99')
    $control.ID = $Id
    $procedure = "'{0}'!{1}" -f $xlam.Name, $tasks.callback
    try {
        [void]$excel.Run($procedure, $control)
        $called = $tasks.callback
    }
    catch {
        [void]$excel.Run(("'{0}'!{1}" -f $xlam.Name, $tasks.dispatch), $Id)
        $called = $tasks.dispatch
    }
    $sheets = foreach ($sheet in $book.Worksheets) { $sheet.Name }
    '{0}; lembar: {1}' -f $called, ($sheets -join ', ')
}

# Opens the tab and takes a picture of the screen, so that a person can look at the ribbon.
function Save-Ribbon {
    [void](New-Object -ComObject WScript.Shell).AppActivate($excel.Caption)
    [Windows.Forms.SendKeys]::SendWait('%' + $tasks.tab_keytip.ToLower())
    Start-Sleep -Seconds 2
    Add-Type -AssemblyName System.Drawing
    $bounds = [Windows.Forms.Screen]::PrimaryScreen.Bounds
    $picture = New-Object Drawing.Bitmap $bounds.Width, $bounds.Height
    $graphics = [Drawing.Graphics]::FromImage($picture)
    $graphics.CopyFromScreen($bounds.Location, [Drawing.Point]::Empty, $bounds.Size)
    $picture.Save("$Report.png")
    $graphics.Dispose()
    $picture.Dispose()
    "$Report.png"
}

Add-Type -AssemblyName System.Windows.Forms
$dialogs = New-Object SelarasDialogs $tasks.title
$copy = Join-Path ([IO.Path]::GetTempPath()) ('selaras-smoke-{0}.xlsx' -f $PID)
Copy-Item -LiteralPath $Workbook -Destination $copy -Force
$hash = (Get-FileHash -LiteralPath $Addin -Algorithm SHA256).Hash.ToLower()

$excel = New-Object -ComObject Excel.Application
$xlam = $null
$book = $null
try {
    $excel.Visible = $true
    $excel.DisplayAlerts = $false
    # An Excel that is started by a program opens neither XLSTART nor macros by itself.
    $excel.AutomationSecurity = 1
    Invoke-Step 'muat' 'add-in' { $script:xlam = $excel.Workbooks.Open($Addin); $xlam.Name }
    Invoke-Step 'muat' 'contoh' { $script:book = $excel.Workbooks.Open($copy); $book.Name }
    if ($xlam -and $book) {
        foreach ($function in $tasks.functions) {
            Invoke-Step 'fungsi' $function.name { Test-Function $function }
        }
        foreach ($button in $tasks.buttons) {
            Invoke-Step 'tombol' $button.id { Invoke-Button $button.id }
        }
        Invoke-Step 'gambar' 'pita' { Save-Ribbon }
    }
    $summary = [ordered]@{
        schema = 'selaras.smoke-report/1'
        selaras = $tasks.selaras
        xlwings = $tasks.xlwings
        addin_sha256 = $hash
        addin_as_built = ($hash -eq $tasks.addin_sha256)
        excel = $excel.Version
        excel_build = $excel.Build
        excel_system = $excel.OperatingSystem
        windows = [Environment]::OSVersion.VersionString
        failed = @($results | Where-Object { -not $_.ok }).Count
        steps = $results
    }
    $summary | ConvertTo-Json -Depth 6 | Set-Content -Path "$Report.json" -Encoding UTF8
    Write-Host ''
    Write-Host "Laporan: $Report.json"
}
finally {
    foreach ($open in @($excel.Workbooks)) {
        $open.Close($false)
    }
    $excel.Quit()
    [void][Runtime.InteropServices.Marshal]::ReleaseComObject($excel)
    $dialogs.Dispose()
    Remove-Item -LiteralPath $copy -Force -ErrorAction SilentlyContinue
}
if ($summary.failed -gt 0) {
    Write-Host "$($summary.failed) langkah gagal." -ForegroundColor Red
    exit 1
}
Write-Host 'Semua langkah berhasil.' -ForegroundColor Green
exit 0
