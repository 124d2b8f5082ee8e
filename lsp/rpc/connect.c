#include "rpc/connect.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static int close_keeping_errno(int fd) {
  int reason = errno;
  close(fd);
  errno = reason;
  return -1;
}

static struct sockaddr_in loopback(uint16_t port) {
  return (struct sockaddr_in){
      .sin_family = AF_INET,
      .sin_port = htons(port),
      .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
  };
}

static int accept_one(int listener) {
  int client;
  do client = accept(listener, NULL, NULL);
  while (client < 0 && errno == EINTR);
  close_keeping_errno(listener);
  return client;
}

static int listen_at(int family, const struct sockaddr *address, socklen_t len) {
  int fd = socket(family, SOCK_STREAM, 0);
  if (fd < 0) return -1;
  int on = 1;
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(fd, address, len) || listen(fd, 1)) return close_keeping_errno(fd);
  return fd;
}

static int connect_at(int family, const struct sockaddr *address, socklen_t len) {
  int fd = socket(family, SOCK_STREAM, 0);
  if (fd < 0) return -1;
  return connect(fd, address, len) ? close_keeping_errno(fd) : fd;
}

int connect_listen(uint16_t port) {
  struct sockaddr_in address = loopback(port);
  int listener = listen_at(AF_INET, (struct sockaddr *)&address, sizeof address);
  return listener < 0 ? -1 : accept_one(listener);
}

int connect_port(uint16_t port) {
  struct sockaddr_in address = loopback(port);
  return connect_at(AF_INET, (struct sockaddr *)&address, sizeof address);
}

// A socket that nobody listens at was left behind by somebody who was killed.
static bool remove_dead_socket(const char *name) {
  struct stat info;
  return !lstat(name, &info) && S_ISSOCK(info.st_mode) && !unlink(name);
}

int connect_pipe(const char *name) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(name) >= sizeof address.sun_path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  strcpy(address.sun_path, name);
  int fd = connect_at(AF_UNIX, (struct sockaddr *)&address, sizeof address);
  bool is_dead = fd < 0 && errno == ECONNREFUSED && remove_dead_socket(name);
  if (fd >= 0 || (errno != ENOENT && !is_dead)) return fd;
  int listener = listen_at(AF_UNIX, (struct sockaddr *)&address, sizeof address);
  if (listener < 0) return -1;
  int client = accept_one(listener);
  unlink(name);
  return client;
}
