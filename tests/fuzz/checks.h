// The checks behind the rows of targets.cpp: what does not hold of the bytes, empty where all does.
#pragma once

#include <QByteArray>
#include <QString>

namespace gyre::fuzz {

QString textFault(const QByteArray& bytes);
QString htmlFault(const QByteArray& bytes);
QString emailFault(const QByteArray& bytes);
QString pdfFault(const QByteArray& bytes);

QString extractFault(const QByteArray& bytes);

QString jsonFault(const QByteArray& bytes);
QString csvFault(const QByteArray& bytes);
QString graphmlFault(const QByteArray& bytes);

} // namespace gyre::fuzz
