// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/postgres_stream.hpp"

#include <utility>

namespace muster::ledger {
namespace {

// As PostgreSQL's manual has it, COPY, "Binary Format": numbers with their highest byte first.
constexpr std::string_view signature{"PGCOPY\n\377\r\n\0", 11};
constexpr std::size_t flags_size = 4, length_size = 4, count_size = 2;
constexpr std::uint64_t no_more_rows = 0xffff, null = 0xffffffff;

class BytesReader {
 public:
  explicit BytesReader(std::string_view bytes) : rest_{bytes} {}
  // False: there are fewer.
  bool take(std::size_t size, std::string_view& bytes) {
    if (rest_.size() < size) return false;
    bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return true;
  }
  bool take_number(std::size_t size, std::uint64_t& number);
  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::uint64_t number_of(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8U | static_cast<std::uint8_t>(byte);
  return number;
}

bool BytesReader::take_number(std::size_t size, std::uint64_t& number) {
  std::string_view bytes;
  if (!take(size, bytes)) return false;
  number = number_of(bytes);
  return true;
}

bool take_header(BytesReader& reader) {
  std::string_view bytes;
  std::uint64_t extension = 0;
  return reader.take(signature.size(), bytes) && bytes == signature
         && reader.take(flags_size, bytes) && reader.take_number(length_size, extension)
         && reader.take(extension, bytes);
}

bool take_fields(BytesReader& reader, std::size_t count, std::vector<std::string_view>& fields) {
  fields.resize(count);
  for (std::string_view& field : fields) {
    std::uint64_t size = 0;
    if (!reader.take_number(length_size, size)) return false;
    if (!reader.take(size == null ? 0 : size, field)) return false;
  }
  return reader.is_at_end();
}

}  // namespace

PostgresStream::PostgresStream(const PostgresSession& session, const std::string& select)
    : session_{session} {
  session_.run_all("COPY (" + select + ") TO STDOUT (FORMAT binary)");
  is_on_wire_ = true;
  session_.stream_ = this;
}

PostgresStream::~PostgresStream() {
  if (!is_on_wire_) return;  // who stops early reads the rest away
  session_.stream_ = nullptr;
  char* bytes = nullptr;
  while (PQgetCopyData(session_.connection_.get(), &bytes, 0) > 0) PQfreemem(bytes);
  while (PGresult* more = PQgetResult(session_.connection_.get())) PQclear(more);
}

bool PostgresStream::next() {
  if (set_aside_.empty()) {
    row_ = receive();
  } else {
    row_ = std::move(set_aside_.front());
    set_aside_.pop_front();
  }
  return row_.bytes != nullptr && (take_apart() || next());
}

std::string_view PostgresStream::text(int column) const {
  return fields_.at(static_cast<std::size_t>(column));
}

std::uint64_t PostgresStream::number(int column) const {
  return number_of(text(column));
}

void PostgresStream::set_aside() {
  for (Message message = receive(); message.bytes != nullptr; message = receive())
    set_aside_.push_back(std::move(message));
}

// A message is a row: libpq promises it. The first begins with a header, and after the last comes
// one that says so.
bool PostgresStream::take_apart() {
  BytesReader reader{{row_.bytes.get(), row_.size}};
  std::uint64_t count = 0;
  const bool is_well = (!std::exchange(has_header_, false) || take_header(reader))
                       && reader.take_number(count_size, count);
  if (is_well && count == no_more_rows) return false;
  if (!is_well || !take_fields(reader, count, fields_))
    session_.fail("the ledger cannot be used: the server's answer is not what it should be");
  return true;
}

// None: it was the last.
PostgresStream::Message PostgresStream::receive() {
  if (!is_on_wire_) return {};
  char* bytes = nullptr;
  const int size = PQgetCopyData(session_.connection_.get(), &bytes, 0);
  if (size > 0) return {std::unique_ptr<char, Free>{bytes}, static_cast<std::size_t>(size)};
  end(size);
  return {};
}

// `told`: what PQgetCopyData says instead of a row, -1 for the end, also by an error of the server.
void PostgresStream::end(int told) {
  is_on_wire_ = false;
  session_.stream_ = nullptr;
  if (told != -1) session_.fail("the server's answer was cut off", "Maybe it is gone. Try again.");
  PGresult* result = PQgetResult(session_.connection_.get());
  const PostgresRows rows{result};
  while (PGresult* more = PQgetResult(session_.connection_.get())) PQclear(more);
  session_.check(result);
}

}  // namespace muster::ledger
