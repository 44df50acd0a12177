// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/postgres_session.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/world_error.hpp"

#include "ledger/store/postgres_stream.hpp"

namespace muster::ledger {
namespace {

constexpr const char* patience_s = "10";  // for the server to answer at all, and for another writer

// By the codes of PostgreSQL's manual, appendix A.
std::string advice_on(std::string_view code) {
  if (code == "53100") return "Nothing was recorded. Make room on the server's disk and try again.";
  if (code == "55P03" || code == "40001" || code == "40P01")
    return "Nothing was recorded. Somebody else is writing to it. Try again.";
  if (code == "42501")
    return "Nothing was recorded. Maybe this user lacks a right: readers need USAGE on the schema "
           "muster and SELECT on its tables, writers INSERT too.";
  if (code == "25006")
    return "Nothing was recorded. Maybe the server is a copy that only follows another.";
  if (code.starts_with("XX")) return "`muster ledger verify` tells what can still be trusted.";
  return {};
}

// The first of the server's lines, without the dot at its end.
std::string first_line(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  while (text.ends_with('.')) text.remove_suffix(1);
  return std::string{text};
}

// What stands where a port should and is none: a piece of a password with a / or ? in it, which
// libpq would quote.
bool has_broken_port(std::string_view url) {
  url.remove_prefix(std::min(url.size(), url.find("://") + 3));
  url = url.substr(0, url.find_first_of("/?#"));
  if (url.find_first_of("@]") != std::string_view::npos) return false;
  const auto port = url.find(':');
  return port != std::string_view::npos
         && url.find_first_not_of("0123456789,", port + 1) != std::string_view::npos;
}

void say_nothing(void* /*nobody*/, const PGresult* /*notice*/) {}

// Takes what comes after `name` in a query of a URL away, up to the next part.
void blank(std::string& url, std::string_view name) {
  const auto query = url.find('?');
  if (query == std::string::npos) return;
  for (auto at = url.find(name, query); at != std::string::npos; at = url.find(name, at)) {
    at += name.size();
    url.erase(at, url.find('&', at) - at);
  }
}

}  // namespace

std::string_view PostgresRows::text(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::uint64_t PostgresRows::number(int row, int column) const {
  const std::string_view digits = text(row, column);
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

PostgresSession::PostgresSession(const std::string& url) : place_{without_password(url)} {
  // What comes after dbname counts before what the URL says, what comes before it after.
  const std::array<const char*, 5> names{
      "connect_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
  const std::array<const char*, 5> values{patience_s, "muster", url.c_str(), "UTF8", nullptr};
  char* fault = nullptr;
  PQconninfoOption* read = PQconninfoParse(url.c_str(), &fault);
  PQfreemem(fault);  // not told: it may quote the password
  if (read == nullptr || has_broken_port(url))
    fail("is no address that PostgreSQL understands",
         "Write it as postgresql://user:password@host:port/database, in the password %2F "
         "for a /, and so for whatever is no letter or digit.");
  PQconninfoFree(read);
  connection_.reset(PQconnectdbParams(names.data(), values.data(), 1));
  if (PQstatus(connection_.get()) != CONNECTION_OK)
    fail("the database cannot be reached: " + first_line(PQerrorMessage(connection_.get())),
         "Maybe the server does not run, or has no such database yet: createdb makes one.");
  PQsetNoticeReceiver(connection_.get(), say_nothing, nullptr);
  const char* encoding = PQparameterStatus(connection_.get(), "server_encoding");
  if (encoding == nullptr || std::string_view{encoding} != "UTF8")
    fail("the database does not keep its texts in UTF-8", "createdb --encoding=UTF8 makes one.");
  // The search path: so that nobody's function is taken for the server's own. Without jit: nothing
  // that is asked gains what it takes to load a compiler.
  run_all(std::string{"SET search_path = pg_catalog; SET synchronous_commit = on; "
                      "SET jit = off; SET lock_timeout = '"}
          + patience_s + "s'");
}

void PostgresSession::fail(const std::string& what, const std::string& advice) const {
  throw WorldError{place_, what, advice};
}

void PostgresSession::check(const PGresult* result) const {
  const ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN
      || status == PGRES_COPY_OUT)
    return;
  if (PQstatus(connection_.get()) != CONNECTION_OK)
    fail("the server is gone: " + first_line(PQerrorMessage(connection_.get())),
         "Look whether the last thing was recorded, with muster ledger log … --last 1.");
  const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const char* code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  fail("the ledger cannot be used: "
           + first_line(message == nullptr ? PQerrorMessage(connection_.get()) : message),
       advice_on(code == nullptr ? std::string_view{} : std::string_view{code}));
}

PostgresRows PostgresSession::run(const std::string& sql,
                                  const std::vector<std::string>& bound) const {
  free_connection();
  std::vector<const char*> values;
  values.reserve(bound.size());
  for (const std::string& value : bound) values.push_back(value.c_str());
  PGresult* result = PQexecParams(connection_.get(),
                                  sql.c_str(),
                                  static_cast<int>(values.size()),
                                  nullptr,
                                  values.data(),
                                  nullptr,
                                  nullptr,
                                  0);
  PostgresRows rows{result};
  check(result);
  return rows;
}

void PostgresSession::run_all(const std::string& sql) const {
  free_connection();
  PGresult* result = PQexec(connection_.get(), sql.c_str());
  const PostgresRows rows{result};
  check(result);
}

void PostgresSession::free_connection() const {
  if (stream_ != nullptr) stream_->set_aside();
}

std::string PostgresSession::quoted(const std::string& text) const {
  struct Free {
    void operator()(char* bytes) const { PQfreemem(bytes); }
  };
  const std::unique_ptr<char, Free> literal{
      PQescapeLiteral(connection_.get(), text.data(), text.size())};
  if (literal == nullptr) fail("what is asked for is no text");
  return literal.get();
}

void PostgresSession::copy_in(const std::string& sql, const std::string& lines) const {
  run_all(sql);
  const bool is_sent =
      PQputCopyData(connection_.get(), lines.data(), static_cast<int>(lines.size())) == 1
      && PQputCopyEnd(connection_.get(), nullptr) == 1;
  PGresult* result = PQgetResult(connection_.get());
  const PostgresRows rows{result};
  while (PGresult* more = PQgetResult(connection_.get())) PQclear(more);
  check(result);
  if (!is_sent) fail("the ledger cannot be used: the entries could not be sent");
}

bool PostgresSession::is_in_transaction() const {
  return PQtransactionStatus(connection_.get()) != PQTRANS_IDLE;
}

PostgresTransaction::PostgresTransaction(const PostgresSession& session, const std::string& mode)
    : session_{session}, is_open_{!session.is_in_transaction()} {
  if (is_open_) session_.run("BEGIN " + mode);
}

PostgresTransaction::~PostgresTransaction() {
  if (is_open_) PQclear(PQexec(session_.connection_.get(), "ROLLBACK"));
}

void PostgresTransaction::commit() {
  if (is_open_) session_.run("COMMIT");
  is_open_ = false;
}

std::string without_password(const std::string& url) {
  std::string shown = url;
  const auto scheme = shown.find("://");
  if (scheme == std::string::npos) return shown;
  const auto host = shown.rfind('@');  // the last: a password may have one in it
  const auto password = shown.find(':', scheme + 3);
  if (host != std::string::npos && password < host) shown.erase(password, host - password);
  blank(shown, "password=");  // of sslpassword too
  return shown;
}

}  // namespace muster::ledger
