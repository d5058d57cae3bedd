#include "ui/dialogs/firmbox.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

#include <algorithm>

namespace gyre {

QComboBox* firmBox(const Network& network, std::span<const FirmId> firms, FirmId chosen,
                   const QString& name, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setAccessibleName(name);
    box->lineEdit()->setAccessibleName(name);
    std::vector<std::pair<QString, FirmId>> named;
    named.reserve(firms.size());
    for (const FirmId id : firms)
        named.emplace_back(network.firm(id).name, id);
    std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
        const int order = a.first.compare(b.first, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.second < b.second;
    });
    for (const auto& [text, id] : named)
        box->addItem(text, id.value);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->setCurrentIndex(chosen.isValid() ? box->findData(chosen.value) : -1);
    return box;
}

FirmId firmIn(const QComboBox& box)
{
    const QString text = box.currentText().trimmed();
    // Of two firms of one name the one that was chosen.
    int index = box.currentIndex();
    if (index < 0 || box.itemText(index) != text)
        index = box.findText(text, Qt::MatchFixedString);
    return index < 0 || text.isEmpty() ? FirmId() : FirmId{box.itemData(index).toUInt()};
}

} // namespace gyre
