# What a screen reader hears of the window's network, asked over AT-SPI as Orca does. Started by
# tst_screenreader on a display and a session bus of its own:
#     screenreader.py GYRE BRIEFING
# Says on standard error what is wrong; its exit status is the test's.
import os
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

AMAZON = "Amazon to OpenAI, up to 10 billion dollars, in talks"
BACK = "OpenAI to Amazon, 38 billion dollars, signed"


def waited(what, find, seconds=60):
    """Asks until there is an answer; events come in meanwhile."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = find()
        except (GLib.Error, LookupError, RuntimeError, StopIteration):
            found = None  # it went while it was asked
        if found:
            return found
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.05)
    sys.exit(f"not heard in {seconds} s: {what}")


def walk(node, depth=0):
    if node is None or depth > 24:
        return
    yield node
    for i in range(node.childCount):
        yield from walk(node.getChildAtIndex(i), depth + 1)


def application():
    desktop = pyatspi.Registry.getDesktop(0)
    return next((a for a in desktop if a is not None and a.name.startswith("gyre")), None)


def canvas():
    return next(n for n in walk(application()) if n.getRole() == pyatspi.ROLE_CANVAS)


def items():
    return [canvas().getChildAtIndex(i) for i in range(canvas().childCount)]


def item(name):
    found = [i for i in items() if i.name == name]
    return found[0] if found else None


def has(node, state):
    return node.getState().contains(state)


def inspector_says(words):
    sheet = next((n for n in walk(application()) if n.name == "Details of the selection"), None)
    return any(words in n.name for n in walk(sheet))


def box(node):
    return node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)


def inside(inner, outer, slack=2):
    return (inner.x >= outer.x - slack and inner.y >= outer.y - slack
            and inner.x + inner.width <= outer.x + outer.width + slack
            and inner.y + inner.height <= outer.y + outer.height + slack)


def expect(truth, what):
    if not truth:
        sys.exit(what)


def hears_firms_and_deals():
    waited("the program", application)
    waited("a canvas", canvas)
    waited(AMAZON, lambda: item(AMAZON))
    names = [i.name for i in items()]
    expect(BACK in names, f"not among {names}")
    expect("OpenAI, AI lab, value not known, 2 deals" in names, f"not among {names}")
    expect(canvas().description.count("3 deals") > 0, canvas().description)
    deal = item(AMAZON)
    expect(deal.description == "Equity investment", deal.description)
    expect(deal.getRole() == pyatspi.ROLE_LIST_ITEM, deal.getRoleName())
    expect(deal.parent == canvas(), "the deal's parent is not the canvas")
    expect(items()[deal.getIndexInParent()].name == AMAZON, "it is not where it says it is")


def knows_where_they_are():
    page = box(canvas())
    expect(page.width > 300 and page.height > 200, f"the canvas is {page}")
    for i in items():
        expect(inside(box(i), page) and box(i).width > 0, f"{i.name} is at {box(i)}, not in {page}")
    firm = next(i for i in items() if i.name.startswith("OpenAI, "))
    where = box(firm)
    at = canvas().queryComponent().getAccessibleAtPoint(
        where.x + where.width // 2, where.y + where.height // 2, pyatspi.DESKTOP_COORDS)
    expect(at is not None and at.name == firm.name, f"{firm.name} is not found under its middle")


def pressing_selects():
    deal = item(AMAZON)
    expect(not has(deal, pyatspi.STATE_SELECTED), "it is selected before anybody selected it")
    actions = deal.queryAction()
    names = [actions.getName(i) for i in range(actions.nActions)]
    expect("Press" in names, f"only {names}")
    actions.doAction(names.index("Press"))
    waited("the deal as selected", lambda: has(item(AMAZON), pyatspi.STATE_SELECTED))
    waited("the deal in the inspector", lambda: inspector_says("in talks to invest up to $10"))
    other = item(BACK).queryAction()
    other.doAction(names.index("Press"))
    waited("the other deal as selected", lambda: has(item(BACK), pyatspi.STATE_SELECTED))
    expect(not has(item(AMAZON), pyatspi.STATE_SELECTED), "two deals are selected")
    waited("the other deal in the inspector", lambda: inspector_says("cloud capacity"))


def hears_the_keyboard_travel():
    heard = []

    def focused(event):
        if event.detail1:
            heard.append(event.source.name)

    pyatspi.Registry.registerEventListener(focused, "object:state-changed:focused")
    item(AMAZON).queryComponent().grabFocus()
    actions = item(AMAZON).queryAction()
    names = [actions.getName(i) for i in range(actions.nActions)]
    actions.doAction(names.index("SetFocus"))
    # No window manager gives the window the keyboard.
    window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Gyre$"], check=True,
                            capture_output=True, text=True).stdout.split()[-1]
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)
    waited("the canvas with the focus", lambda: has(item(AMAZON), pyatspi.STATE_FOCUSED))
    for key, wanted in (("Escape", "Network"), ("Tab", ", "), ("Tab", ", ")):
        heard.clear()
        subprocess.run(["xdotool", "key", key], check=True)
        waited(f"where {key} goes", lambda w=wanted: any(w in name for name in heard))
    focus = [i for i in items() if has(i, pyatspi.STATE_FOCUSED)]
    expect(len(focus) == 1, f"{len(focus)} things have the focus")
    subprocess.run(["xdotool", "key", "Return"], check=True)
    name = focus[0].name
    waited(f"{name} as selected", lambda: has(item(name), pyatspi.STATE_SELECTED))


def main():
    program, briefing = sys.argv[1:]
    bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    window = subprocess.Popen([program, briefing], env=environment)
    try:
        for step in (hears_firms_and_deals, knows_where_they_are, pressing_selects,
                     hears_the_keyboard_travel):
            print(step.__name__, file=sys.stderr)
            step()
            expect(window.poll() is None, "the window is gone")
    finally:
        window.terminate()
        bus.terminate()
        window.wait()
        bus.wait()


main()
