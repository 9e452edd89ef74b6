/* What the C library declares only for programs that ask for GNU extensions, which Swift does not.
   Only constants are included: declarations of the C library's belong to its own module. */
#include <sys/syscall.h>

extern long syscall(long number, ...);

/* Two folders change places in one step, so that a reader sees the old pack or the new one and never neither. */
static inline long qareport_exchange(const char *first, const char *second) {
  const int current_folder = -100;         /* AT_FDCWD */
  const unsigned int rename_exchange = 2u; /* RENAME_EXCHANGE */
  return syscall(SYS_renameat2, current_folder, first, current_folder, second, rename_exchange);
}

/* The system begins to put an open file on the disk and does not wait for it. Not every file system can. */
static inline long qareport_begin_writing(int file) {
  const unsigned int write = 2u; /* SYNC_FILE_RANGE_WRITE */
  return syscall(SYS_sync_file_range, file, 0L, 0L, write);
}
