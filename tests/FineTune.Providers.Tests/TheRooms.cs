using FineTune.Providers.Releasing;

namespace FineTune.Providers.Tests;

public sealed class TheRooms() : RoomsOfAnAssembly(typeof(Releaser).Assembly, "FineTune.Providers");
