// SPDX-License-Identifier: Apache-2.0
// A connection to a PostgreSQL server. Everything here throws WorldError, which names the place
// without its password.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

namespace muster::ledger {

// What a statement answers. Texts live as long as the rows.
class PostgresRows {
 public:
  explicit PostgresRows(PGresult* result) : result_{result} {}
  [[nodiscard]] int count() const { return PQntuples(result_.get()); }
  [[nodiscard]] std::string_view text(int row, int column) const;  // NULL: empty
  [[nodiscard]] std::uint64_t number(int row, int column) const;   // of what is none: 0

 private:
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  std::unique_ptr<PGresult, Clear> result_;
};

class PostgresStream;

class PostgresSession {
 public:
  explicit PostgresSession(const std::string& url);

  // One statement; `bound` are its parameters $1, $2, …
  PostgresRows run(const std::string& sql, const std::vector<std::string>& bound = {}) const;
  // Several statements without parameters.
  void run_all(const std::string& sql) const;
  // COPY … FROM STDIN, and its lines.
  void copy_in(const std::string& sql, const std::string& lines) const;

  // As a text may stand within a statement.
  [[nodiscard]] std::string quoted(const std::string& text) const;
  [[nodiscard]] bool is_in_transaction() const;
  [[noreturn]] void fail(const std::string& what, const std::string& advice = {}) const;
  [[nodiscard]] const std::string& place() const { return place_; }

 private:
  friend class PostgresTransaction;
  friend class PostgresStream;
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  void check(const PGresult* result) const;
  void free_connection() const;

  std::string place_;
  std::unique_ptr<PGconn, Finish> connection_;
  mutable PostgresStream* stream_ = nullptr;  // whose rows are on their way
};

// Rolled back where it is not committed. Within another one it is a part of that.
class PostgresTransaction {
 public:
  // `mode`: as after BEGIN.
  PostgresTransaction(const PostgresSession& session, const std::string& mode);
  ~PostgresTransaction();
  PostgresTransaction(const PostgresTransaction&) = delete;
  PostgresTransaction& operator=(const PostgresTransaction&) = delete;
  void commit();

 private:
  const PostgresSession& session_;
  bool is_open_;
};

// The URL as it may be shown: without its password.
[[nodiscard]] std::string without_password(const std::string& url);

}  // namespace muster::ledger
