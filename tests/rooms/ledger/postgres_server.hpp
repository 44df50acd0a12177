// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL server that lives as long as the test program (tests/support/postgres_server.sh).
#pragma once

#include <array>
#include <string>
#include <utility>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace muster::ledger {

class PostgresServer {
 public:
  // The one of this program; started where somebody first asks for it.
  static PostgresServer& get() {
    static PostgresServer server;
    return server;
  }
  // Empty: there is none here.
  [[nodiscard]] const std::string& folder() const { return folder_; }

  // The URL of a database that nobody has used.
  [[nodiscard]] std::string new_database() {
    const std::string name = "t" + std::to_string(++databases_);
    EXPECT_EQ(run(url_of("postgres"), "CREATE DATABASE " + name), "");
    return url_of(name);
  }
  [[nodiscard]] std::string url_of(const std::string& database) const {
    return "postgresql://muster@/" + database + "?host=" + folder_;
  }

  // What the server answers: the first cell, or what is wrong.
  static std::string run(const std::string& url, const std::string& sql) {
    PGconn* connection = PQconnectdb(url.c_str());
    PGresult* result = PQexec(connection, sql.c_str());
    const ExecStatusType status = PQresultStatus(result);
    std::string answer;
    if (status == PGRES_TUPLES_OK && PQntuples(result) > 0) answer = PQgetvalue(result, 0, 0);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
      answer = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    return answer;
  }

 private:
  PostgresServer() {
    // Both ends of both pipes close in every program that is started later, so that the server's
    // input ends when this program does.
    std::array<int, 2> in{}, out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) return;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    std::string script = MUSTER_ROOT "/tests/support/postgres_server.sh";
    const std::array<char*, 2> words{script.data(), nullptr};
    if (posix_spawn(&process_, script.c_str(), &actions, nullptr, words.data(), environ) != 0)
      process_ = -1;
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    input_ = in[1];
    for (char letter = 0; read(out[0], &letter, 1) == 1 && letter != '\n';) folder_ += letter;
    close(out[0]);
  }
  ~PostgresServer() {
    close(input_);
    if (process_ > 0) waitpid(process_, nullptr, 0);
  }

  pid_t process_ = -1;
  int input_ = -1;
  int databases_ = 0;
  std::string folder_;
};

}  // namespace muster::ledger

// Ends the test where there is no PostgreSQL.
#define MUSTER_NEEDS_POSTGRES()                               \
  if (muster::ledger::PostgresServer::get().folder().empty()) \
  GTEST_SKIP() << "PostgreSQL's server is not installed: ./x test installs it"
