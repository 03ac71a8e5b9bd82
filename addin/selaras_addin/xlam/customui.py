"""customUI14.xml: the ribbon table in the words of Office."""

from __future__ import annotations

from xml.etree import ElementTree

from selaras.values.text import Language
from selaras_addin.ribbon import BUTTONS, GROUPS, TAB_ID, TAB_KEYTIP, TAB_LABEL, Button

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"

#: The VBA procedures that the ribbon calls; they stand in vba/SelarasPita.bas.
ON_LOAD = "Selaras_Dimuat"
ON_ACTION = "Selaras_Klik"
GET_ENABLED = "Selaras_Aktif"


def build_custom_ui(language: Language) -> bytes:
    """Return the part with all labels in that language."""
    root = ElementTree.Element("customUI", {"xmlns": NAMESPACE, "onLoad": ON_LOAD})
    tabs = ElementTree.SubElement(ElementTree.SubElement(root, "ribbon"), "tabs")
    tab = ElementTree.SubElement(
        tabs, "tab", {"id": TAB_ID, "label": TAB_LABEL.say_in(language), "keytip": TAB_KEYTIP}
    )
    for group in GROUPS:
        element = ElementTree.SubElement(
            tab, "group", {"id": group.id, "label": group.label.say_in(language)}
        )
        for button in BUTTONS:
            if button.group == group.id:
                ElementTree.SubElement(element, "button", _build_attributes(button, language))
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _build_attributes(button: Button, language: Language) -> dict[str, str]:
    attributes = {
        "id": button.id,
        "label": button.label.say_in(language),
        "screentip": button.screentip.say_in(language),
        "supertip": button.supertip.say_in(language),
        "imageMso": button.image,
        "size": button.size,
        "keytip": button.keytip,
        "onAction": ON_ACTION,
    }
    if button.needs_book:
        attributes["getEnabled"] = GET_ENABLED
    return attributes
