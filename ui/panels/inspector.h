// Everything known about what is selected, each figure with the words it stands on.
#pragma once

#include "graph/basics/textspan.h"
#include "graph/model/correction.h"
#include "ui/document/analyses.h"
#include "ui/document/document.h"

#include <QWidget>

namespace gyre {

class Sheet;

class Inspector : public QWidget
{
    Q_OBJECT

public:
    Inspector(Document& document, Analyses& analyses, QWidget* parent = nullptr);

signals:
    /// A quote was clicked: show these words of this briefing (its id).
    void quoteClicked(const QString& briefing, gyre::TextSpan span);
    /// A fact is to be edited.
    void editAsked(const gyre::FactId& fact);
    /// The way from this firm to another one is wanted.
    void routeAsked(gyre::FirmId from);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void write();

    Document& m_document;
    Analyses& m_analyses;
    Sheet* m_sheet;
    bool m_isStale = false;
    /// Of the sheet as it is written.
    Selection m_subject;
};

} // namespace gyre
