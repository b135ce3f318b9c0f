namespace Microsoft.Build.Framework;

/// <summary>
/// Tells multi-threaded MSBuild that a task may run beside others in one process. MSBuild looks for it by its full name, so that a
/// task compiled against an engine without it can carry it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
