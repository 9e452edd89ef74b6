import Glibc

/// How much memory a run may take before the system ends it, and whose bound that is.
struct MemoryBound: Sendable, Equatable {
  var bytes: Int
  /// As a sentence goes on before the amount: *this machine has*.
  var whose: String

  /// The least of the machine's memory, the account's limits and those of the control groups the run is in.
  ///
  /// What other programs take at the moment is not looked at: the same run would be refused on one day and not on the next.
  static func ofThisRun() -> MemoryBound? {
    let machine = sysconf(Int32(_SC_PHYS_PAGES)).multipliedReportingOverflow(by: sysconf(Int32(_SC_PAGESIZE)))
    var bounds: [MemoryBound] = []
    if !machine.overflow, machine.partialValue > 0 {
      bounds.append(MemoryBound(bytes: machine.partialValue, whose: "this machine has"))
    }
    bounds += [RLIMIT_AS, RLIMIT_DATA].compactMap { limit($0) }
    bounds += ofGroups(membership: text("/proc/self/cgroup"), root: "/sys/fs/cgroup")
    return bounds.min { $0.bytes < $1.bytes }
  }

  /// A limit such as `ulimit -v` sets.
  private static func limit(_ resource: __rlimit_resource) -> MemoryBound? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0,
      let bytes = Int(exactly: limit.rlim_cur)
    else { return nil }
    return MemoryBound(bytes: bytes, whose: "the run's ulimit allows")
  }

  /// The limits of control groups, such as a systemd unit's `MemoryMax`: of the run's own and of those around it.
  ///
  /// - Parameters:
  ///   - membership: what `/proc/self/cgroup` says, of either version of groups.
  ///   - root: where the groups are mounted.
  static func ofGroups(membership: String, root: String) -> [MemoryBound] {
    var bounds: [MemoryBound] = []
    for line in membership.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let isSecond = parts[0] == "0" && parts[1].isEmpty
      guard isSecond || parts[1].split(separator: ",").contains("memory") else { continue }
      let (top, file) = isSecond ? (root, "memory.max") : (root + "/memory", "memory.limit_in_bytes")
      var steps = parts[2].split(separator: "/")
      guard !steps.contains("..") else { continue }
      while true {
        let path = ([top[...]] + steps + [file[...]]).joined(separator: "/")
        // `max`, or a number no machine has, where there is no limit.
        if let bytes = Int(text(path).prefix { $0.isNumber }), bytes > 0, bytes < 1 << 60 {
          bounds.append(MemoryBound(bytes: bytes, whose: "the run's control group allows"))
        }
        if steps.popLast() == nil { break }
      }
    }
    return bounds
  }

  /// The beginning of a small file of the system; empty where there is none.
  private static func text(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }
}
