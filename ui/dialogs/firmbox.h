// A field for a firm: typed or chosen, any part of its name finds it.
#pragma once

#include "graph/model/network.h"

class QComboBox;
class QWidget;

namespace gyre {

/// Of these firms by name; the data of an item is the firm's key. Invalid `chosen`: none.
QComboBox* firmBox(const Network& network, std::span<const FirmId> firms, FirmId chosen,
                   const QString& name, QWidget* parent);

/// The firm in it; invalid where the words name none of its firms.
FirmId firmIn(const QComboBox& box);

} // namespace gyre
