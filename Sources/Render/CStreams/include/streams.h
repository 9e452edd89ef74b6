/* Whether a stream of this thread could not be written or read back since this was last asked: the system's number of why, 0
   where all could. */
int qareport_stream_failure(void);
