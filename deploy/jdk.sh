# Finds a JDK 25, for the scripts that need one; they define fail.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

# Where the build's toolchain discovery looks too, and the javac on the PATH.
find_jdk() {
  local candidate javac
  javac=$(command -v javac || true)
  [ -z "$javac" ] || javac=$(readlink -f "$javac" || true)
  for candidate in \
    "${JAVA_HOME:-}" "${JDK25:-}" "${javac%/bin/javac}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  fail "No JDK 25 was found: install one (for example Temurin 25) or set JAVA_HOME to it."
}
