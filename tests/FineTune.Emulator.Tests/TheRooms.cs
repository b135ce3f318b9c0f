using FineTune.Emulator.Hosting;

namespace FineTune.Emulator.Tests;

public sealed class TheRooms() : RoomsOfAnAssembly(typeof(EmulatorServer).Assembly, "FineTune.Emulator");
