using FineTune.Core.Linting.Engine;

namespace FineTune.Core.Tests;

public sealed class TheRooms() : RoomsOfAnAssembly(typeof(Linter).Assembly, "FineTune.Core");
