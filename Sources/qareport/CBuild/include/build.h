/* The commit the program was built from, as the build was told (QAREPORT_COMMIT); empty where it was not. */
const char *qareport_commit(void);
