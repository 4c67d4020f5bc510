/**
 * How the embedded server is tuned: for a small machine that has other work too. Given on the command line and not in
 * postgresql.conf, so that an old cluster gets the settings of the version that starts it, and no file that a person may
 * have edited has to be merged. Who wants to tune a server of their own sets DATABASE_URL.
 */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A full set of service processes, their lanes and a person looking in.
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  // Checkpoints follow time, not volume, and a full page is logged once in that time. These builds have no lz4 to
  // compress them, and pglz costs more than it saves.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Compiling pays for queries of seconds; ours take milliseconds.
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  log_checkpoints: 'off',
};
