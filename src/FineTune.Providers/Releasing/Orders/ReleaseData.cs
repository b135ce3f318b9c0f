using FineTune.Core.Identity;
using FineTune.Core.Lockfile;

namespace FineTune.Providers.Releasing.Orders;

/// <summary>The data of one role, ready to upload.</summary>
/// <param name="Description">Hash, size and sources, as they were measured for the digest.</param>
/// <param name="Content">The bytes.</param>
internal sealed record ReleaseData(LockedFile Description, UploadContent Content);
