// What the desktop says about light and dark. Qt 6.4 does not tell; the portal does.
#include "ui/style.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFile>

namespace gyre {

namespace {

/// A portal that is slower than this at start-up is asked no more: light is then as good as any.
constexpr int patienceMs = 60;
constexpr uint preferDark = 1;

bool hasSessionBus()
{
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFile::exists(QFile::decodeName(runtime + "/bus")));
}

} // namespace

bool desktopIsDark()
{
    if (!hasSessionBus())
        return false;
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"),
        QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    question << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme");
    const QDBusMessage answer =
        QDBusConnection::sessionBus().call(question, QDBus::Block, patienceMs);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return false;
    // The portal wraps the value twice.
    QVariant value = answer.arguments().constFirst();
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt() == preferDark;
}

} // namespace gyre
