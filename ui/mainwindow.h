// The window: places bars, panels and pages round one Document and passes them to each other only
// through it.
#pragma once

#include "ui/document/document.h"

#include <QMainWindow>

#include <memory>

namespace gyre {

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(std::shared_ptr<const Lexicon> lexicon, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Document& document() { return m_document; }

    /// Briefings and networks, read off the GUI thread into one network.
    void open(const QStringList& paths);
    /// The bundled briefing.
    void openSample();

signals:
    /// Once: the first network was painted to its end.
    void firstNetworkPainted();

private:
    Document m_document;
};

} // namespace gyre
