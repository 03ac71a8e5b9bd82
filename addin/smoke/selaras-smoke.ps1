# Runs every button and every function of Selaras in the Excel of this computer and writes a report.
#
#   powershell -NoProfile -ExecutionPolicy Bypass -File selaras-smoke.ps1
#
# What is run, and what must be seen after it, is read from selaras-smoke.json, which the build derives
# from the add-in's own tables. Dialogs are answered with Yes or OK and noted in the report; one that
# the plan does not have is a failure, and so is an effect that cannot be seen in the workbook.
# Not tried: that Excel opens the add-in by itself, the installer, an antivirus program.
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
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;

public sealed class SelarasBox
{
    public string Title;
    public string Words;
}

// Answers the message boxes of Selaras and of one Excel, keeps their words, and ends that Excel where
// a step takes too long: a call to it would else never come back.
public sealed class SelarasWatcher : IDisposable
{
    private delegate bool Visit(IntPtr window, IntPtr parameter);
    [DllImport("user32.dll")] private static extern bool EnumWindows(Visit visit, IntPtr parameter);
    [DllImport("user32.dll")] private static extern bool EnumChildWindows(IntPtr parent, Visit visit, IntPtr parameter);
    [DllImport("user32.dll")] private static extern bool IsWindowVisible(IntPtr window);
    [DllImport("user32.dll")] private static extern uint GetWindowThreadProcessId(IntPtr window, out uint process);
    [DllImport("user32.dll", CharSet = CharSet.Unicode)] private static extern int GetClassName(IntPtr window, StringBuilder text, int size);
    [DllImport("user32.dll", CharSet = CharSet.Unicode)] private static extern int GetWindowText(IntPtr window, StringBuilder text, int size);
    [DllImport("user32.dll")] private static extern IntPtr GetDlgItem(IntPtr dialog, int item);
    [DllImport("user32.dll")] private static extern bool PostMessage(IntPtr window, uint message, IntPtr wide, IntPtr low);

    private const uint Command = 0x0111, Close = 0x0010;
    private static readonly int[] Answers = { 6, 1, 2 }; // Yes, OK, Cancel

    private readonly string title;
    private readonly uint excel;
    private readonly Process process;
    private readonly object gate = new object();
    private readonly List<SelarasBox> boxes = new List<SelarasBox>();
    private readonly Thread thread;
    private List<IntPtr> open = new List<IntPtr>();
    private List<IntPtr> seen;
    private DateTime limit = DateTime.MaxValue;
    private bool late;
    private volatile bool done;

    public SelarasWatcher(string title, IntPtr excelWindow)
    {
        this.title = title;
        GetWindowThreadProcessId(excelWindow, out excel);
        process = Process.GetProcessById((int)excel);
        thread = new Thread(Watch);
        thread.IsBackground = true;
        thread.Start();
    }

    public void Begin(int seconds)
    {
        lock (gate) { boxes.Clear(); late = false; limit = DateTime.UtcNow.AddSeconds(seconds); }
    }

    // Ends a step; tells whether it took too long.
    public bool End()
    {
        lock (gate) { limit = DateTime.MaxValue; return late; }
    }

    public SelarasBox[] Take()
    {
        lock (gate) { var taken = boxes.ToArray(); boxes.Clear(); return taken; }
    }

    public void Dispose() { done = true; thread.Join(); }

    private void Watch()
    {
        while (!done)
        {
            seen = new List<IntPtr>();
            EnumWindows(Answer, IntPtr.Zero);
            open = seen;
            lock (gate)
            {
                if (!late && DateTime.UtcNow > limit) { late = true; EndExcel(); }
            }
            Thread.Sleep(200);
        }
    }

    // The Excel that this script has started: no other is touched.
    private void EndExcel()
    {
        try { process.Kill(); }
        catch (InvalidOperationException) { }
        catch (System.ComponentModel.Win32Exception) { }
    }

    private bool Answer(IntPtr window, IntPtr parameter)
    {
        if (!IsWindowVisible(window) || Text(window, GetClassName) != "#32770") return true;
        uint owner;
        GetWindowThreadProcessId(window, out owner);
        var box = new SelarasBox();
        box.Title = Text(window, GetWindowText);
        // Selaras' own come from Python; what Excel, VBA and xlwings say comes from Excel.
        if (owner != excel && box.Title != title) return true;
        seen.Add(window);
        if (!open.Contains(window))
        {
            var said = new StringBuilder();
            EnumChildWindows(window, delegate(IntPtr child, IntPtr unused)
            {
                if (Text(child, GetClassName) == "Static") said.Append(Text(child, GetWindowText));
                return true;
            }, IntPtr.Zero);
            box.Words = said.Replace("\r", "").ToString();
            lock (gate) { boxes.Add(box); }
        }
        foreach (int answer in Answers)
        {
            if (GetDlgItem(window, answer) == IntPtr.Zero) continue;
            PostMessage(window, Command, (IntPtr)answer, IntPtr.Zero);
            return true;
        }
        PostMessage(window, Close, IntPtr.Zero, IntPtr.Zero);
        return true;
    }

    private delegate int Reader(IntPtr window, StringBuilder text, int size);

    private static string Text(IntPtr window, Reader reader)
    {
        var text = new StringBuilder(8192);
        reader(window, text, text.Capacity);
        return text.ToString();
    }
}
'@

$tasks = Get-Content -Path $Plan -Raw -Encoding UTF8 | ConvertFrom-Json
$results = New-Object System.Collections.ArrayList

# Tells what is wrong with the boxes: those of the plan must have come, in its order, and no other.
function Get-BoxFault($Expected, $Said) {
    for ($at = 0; $at -lt [Math]::Max($Expected.Count, $Said.Count); $at++) {
        if ($at -ge $Said.Count) {
            "kotak pesan ke-$($at + 1) tidak muncul"
        }
        elseif ($at -ge $Expected.Count) {
            "kotak pesan yang tidak semestinya: $($Said[$at].Title): $($Said[$at].Words)"
        }
        elseif ($Said[$at].Title -cne $tasks.title -or -not @($Expected[$at] | Where-Object { $Said[$at].Words -clike $_ }).Count) {
            "kotak pesan lain daripada semestinya: $($Said[$at].Title): $($Said[$at].Words)"
        }
    }
}

# Tells what is wrong in the workbook: each effect of the plan must be seen.
function Get-EffectFault($Expected) {
    foreach ($effect in $Expected) {
        try {
            $found = [string](Read-Fact $effect)
        }
        catch {
            $found = 'tidak terbaca: ' + $_.Exception.Message
        }
        if ($found -cnotlike $effect.pattern) {
            "$($effect.fact) $($effect.sheet) $($effect.cell) $($effect.file): '$found', seharusnya '$($effect.pattern)'"
        }
    }
}

# Reads from Excel what an effect of the plan is about.
function Read-Fact($Effect) {
    switch ($Effect.fact) {
        'front' { return '{0}!{1}' -f $excel.ActiveSheet.Name, $excel.ActiveCell.Address($false, $false) }
        'book' { return $excel.ActiveWorkbook.Name }
        'sheet' { return [string](@($book.Worksheets | Where-Object { $_.Name -eq $Effect.sheet -and $_.Visible -eq -1 }).Count -gt 0) }
        'cell' { return $book.Worksheets.Item($Effect.sheet).Range($Effect.cell).Value2 }
        'note' {
            $comment = $book.Worksheets.Item($Effect.sheet).Range($Effect.cell).Comment
            if ($null -eq $comment) { return '' }
            return $comment.Text()
        }
        'file' { return [string](Test-Path -LiteralPath (Join-Path $folder $Effect.file)) }
    }
    throw "rencana memuat akibat yang tidak dikenal: $($Effect.fact)"
}

# Runs a step. It went well where nothing at all was wrong with it: no exception, no time lost, no
# box but those of the plan, and every effect to be seen.
function Invoke-Step([string]$Kind, [string]$Name, [scriptblock]$Action, $Boxes = @(), $Effects = @()) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $faults = New-Object System.Collections.ArrayList
    $note = ''
    $watcher.Begin($tasks.seconds)
    try {
        $note = [string](& $Action)
    }
    catch {
        $null = $faults.Add($_.Exception.Message)
    }
    if ($watcher.End()) {
        $null = $faults.Add("tidak selesai dalam $($tasks.seconds) detik; Excel dihentikan")
    }
    $said = @($watcher.Take())
    foreach ($fault in @(Get-BoxFault $Boxes $said)) {
        $null = $faults.Add($fault)
    }
    foreach ($fault in @(Get-EffectFault $Effects)) {
        $null = $faults.Add($fault)
    }
    $step = [ordered]@{
        kind = $Kind; name = $Name; ok = ($faults.Count -eq 0); faults = @($faults); note = $note
        dialogs = @($said | ForEach-Object { "$($_.Title): $($_.Words)" })
        milliseconds = $watch.ElapsedMilliseconds
    }
    $null = $results.Add($step)
    $mark = 'GAGAL'
    if ($step.ok) { $mark = 'baik' }
    Write-Host ('{0,-6} {1,-9} {2} {3} {4}' -f $mark, $Kind, $Name, $note, ($faults -join '; '))
}

# Writes a value so that Excel keeps it: texts as texts, or codes would become numbers and dates;
# numbers as it knows them, or it would refuse those for which 32 bits are too few.
function Set-Cell($Cell, $Value) {
    if ($Value -is [string]) {
        $Cell.NumberFormat = '@'
        $Cell.Value2 = $Value
    }
    else {
        $Cell.Value2 = [double]$Value
    }
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

# Does what the plan wants to be done before a button is pressed.
function Initialize-Button($Button) {
    $book.Activate()
    foreach ($cell in $Button.write) {
        if (-not @($book.Worksheets | Where-Object { $_.Name -eq $cell.sheet }).Count) {
            $last = $book.Worksheets.Item($book.Worksheets.Count)
            $book.Worksheets.Add([Type]::Missing, $last).Name = $cell.sheet
        }
        $target = $book.Worksheets.Item($cell.sheet).Range($cell.cell)
        Set-Cell $target $cell.value
    }
    foreach ($place in $Button.select) {
        $book.Worksheets.Item($place.sheet).Activate()
        [void]$book.Worksheets.Item($place.sheet).Range($place.cell).Select()
    }
}

# Presses a button: calls what the ribbon calls, and tells which sheets there are then.
function Invoke-Button([string]$Id) {
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
$folder = Join-Path ([IO.Path]::GetTempPath()) "selaras-smoke-$PID"
New-Item -ItemType Directory -Path $folder -Force | Out-Null
$copy = Join-Path $folder $tasks.copy
Copy-Item -LiteralPath $Workbook -Destination $copy -Force
$hash = (Get-FileHash -LiteralPath $Addin -Algorithm SHA256).Hash.ToLower()

$excel = New-Object -ComObject Excel.Application
$watcher = New-Object SelarasWatcher $tasks.title, ([IntPtr]$excel.Hwnd)
# Asked for at once: an Excel that had to be ended tells nothing any more.
$version = [ordered]@{ excel = $excel.Version; excel_build = $excel.Build; excel_system = $excel.OperatingSystem }
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
            Invoke-Step 'siapkan' $button.id { Initialize-Button $button }
            Invoke-Step 'tombol' $button.id { Invoke-Button $button.id } $button.dialogs $button.effects
        }
        Invoke-Step 'gambar' 'pita' { Save-Ribbon }
    }
    $summary = [ordered]@{
        schema = 'selaras.smoke-report/2'
        selaras = $tasks.selaras
        xlwings = $tasks.xlwings
        addin_sha256 = $hash
        addin_as_built = ($hash -eq $tasks.addin_sha256)
        excel = $version
        windows = [Environment]::OSVersion.VersionString
        failed = @($results | Where-Object { -not $_.ok }).Count
        steps = $results
    }
    $summary | ConvertTo-Json -Depth 6 | Set-Content -Path "$Report.json" -Encoding UTF8
    Write-Host ''
    Write-Host "Laporan: $Report.json"
}
finally {
    try {
        foreach ($open in @($excel.Workbooks)) {
            $open.Close($false)
        }
        $excel.Quit()
    }
    catch {
        # It was ended in the middle of a step, which has failed for that.
        Write-Host "Excel sudah tidak berjalan: $($_.Exception.Message)"
    }
    [void][Runtime.InteropServices.Marshal]::ReleaseComObject($excel)
    $watcher.Dispose()
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction SilentlyContinue
}
if ($summary.failed -gt 0) {
    Write-Host "$($summary.failed) langkah gagal." -ForegroundColor Red
    exit 1
}
Write-Host 'Semua langkah berhasil.' -ForegroundColor Green
exit 0
