import Glibc

/// A folder and all that is below it, walked without following a link: what was put in a link's place meanwhile is
/// not entered either.
enum FolderTree {
  /// What stands at a path, itself and not what it points to; `nil` where nothing does.
  static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The names in a folder, sorted; `nil` where it cannot be opened or is a link.
  static func names(_ path: String) -> [String]? {
    let folder = open(path, flags)
    return folder < 0 ? nil : names(folder).sorted()
  }

  /// The paths below a folder of everything that is no folder.
  static func leaves(_ path: String) -> [String] {
    (names(path) ?? []).flatMap { name in
      kind("\(path)/\(name)") == S_IFDIR ? leaves("\(path)/\(name)").map { "\(name)/\($0)" } : [name]
    }
  }

  /// Removes a folder with all that is in it. Another file system mounted in it stays, and so does the folder then.
  static func remove(_ path: String) {
    let folder = open(path, flags)
    if folder >= 0 { empty(folder) }
    rmdir(path)
  }

  private static let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  /// Closes the folder.
  private static func empty(_ folder: Int32) {
    var own = stat()
    guard fstat(folder, &own) == 0 else {
      close(folder)
      return
    }
    for name in names(dup(folder)) {
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_dev == own.st_dev else {
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        let inner = openat(folder, name, flags)
        if inner >= 0 { empty(inner) }
        unlinkat(folder, name, AT_REMOVEDIR)
      } else {
        unlinkat(folder, name, 0)
      }
    }
    close(folder)
  }

  /// Closes the folder.
  private static func names(_ folder: Int32) -> [String] {
    guard let stream = fdopendir(folder) else {
      close(folder)
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
