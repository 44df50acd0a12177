// SPDX-License-Identifier: Apache-2.0
// A long answer of a PostgreSQL server, row by row, while the server still makes the next ones:
// COPY in its binary format, which neither side has to turn into text and which the server sends
// without first putting the answer together (a cursor's FETCH does).
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/store/postgres_session.hpp"

namespace muster::ledger {

class PostgresStream {
 public:
  // `select`: one statement without parameters. Nobody else uses the connection until the last row
  // is read, but what the session is asked in between, for which the rest is set aside.
  PostgresStream(const PostgresSession& session, const std::string& select);
  ~PostgresStream();
  PostgresStream(const PostgresStream&) = delete;
  PostgresStream& operator=(const PostgresStream&) = delete;

  // False: there are no more rows. What text() gave before is gone then.
  bool next();
  [[nodiscard]] std::string_view text(int column) const;  // NULL: empty
  [[nodiscard]] std::uint64_t number(int column) const;   // of a bigint
  // Takes what is left into memory, so that the connection is free.
  void set_aside();

 private:
  struct Free {
    void operator()(char* bytes) const { PQfreemem(bytes); }
  };
  struct Message {
    std::unique_ptr<char, Free> bytes;
    std::size_t size = 0;
  };

  Message receive();
  bool take_apart();
  void end(int told);

  const PostgresSession& session_;
  bool is_on_wire_ = false, has_header_ = true;
  std::deque<Message> set_aside_;
  Message row_;
  std::vector<std::string_view> fields_;  // of row_
};

}  // namespace muster::ledger
