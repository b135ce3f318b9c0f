using FineTune.Core.Findings;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Contracts;

/// <summary>What came of reading the contract of a version.</summary>
/// <param name="Contract">The contract with its texts; null where the version has none, or it cannot be relied on.</param>
/// <param name="Fault">FT7004: why it cannot be relied on; null where it can.</param>
internal sealed record ContractReading(Contract? Contract, Finding? Fault);
