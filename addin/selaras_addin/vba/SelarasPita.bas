Attribute VB_Name = "SelarasPita"
Option Explicit

' What the ribbon calls: customUI14.xml names these procedures.
' "As Object" rather than "As IRibbonControl": nothing here then needs the Office library.

Private pita As Object

Public Sub Selaras_Dimuat(ribbon As Object)
    Set pita = ribbon
End Sub

Public Sub Selaras_Klik(control As Object)
    Selaras_Jalankan control.ID
End Sub

Public Sub Selaras_Aktif(control As Object, ByRef returnedVal As Variant)
    returnedVal = Not ActiveWorkbook Is Nothing
End Sub

Public Sub Selaras_Segarkan()
    If Not pita Is Nothing Then pita.Invalidate
End Sub
