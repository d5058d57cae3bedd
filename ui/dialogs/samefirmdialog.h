// Asks which firm another name is a name of.
#pragma once

#include "graph/model/network.h"

#include <QDialog>

class QComboBox;

namespace gyre {

class SameFirmDialog : public QDialog
{
    Q_OBJECT

public:
    /// `name` is that of `other`, which is not among the choices; it may be no firm yet.
    SameFirmDialog(const Network& network, const QString& name, std::optional<FirmId> other,
                   QWidget* parent = nullptr);

    /// Invalid: none was chosen.
    [[nodiscard]] FirmId firm() const;

private:
    QComboBox* m_firm;
};

} // namespace gyre
