/* Two folders change places in one step, so that a reader sees the old pack or the new one and never neither.
   renameat2 is declared by the C library only for programs that ask for GNU extensions, which Swift does not. */
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

static inline long qareport_exchange(const char *first, const char *second) {
  const unsigned int rename_exchange = 1u << 1;
  return syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, rename_exchange);
}
