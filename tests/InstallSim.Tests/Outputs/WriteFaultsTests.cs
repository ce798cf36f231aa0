using InstallSim.Outputs;

namespace InstallSim.Tests.Outputs;

public sealed class WriteFaultsTests
{
    /// <summary>
    /// Room for a whole file is asked for before it is written; more than the disk has is refused without a code. A disk in memory refuses
    /// more than all of it at once; others would be filled first.
    /// </summary>
    [Test, Platform("Linux")]
    public void A_disk_without_room_for_a_whole_file_is_full()
    {
        var memory = new DriveInfo("/dev/shm");
        if (!memory.IsReady || memory.DriveFormat != "tmpfs" || memory.TotalSize == 0)
        {
            Assert.Ignore("There is no disk in memory of a known size.");
        }

        string file = Path.Combine(memory.Name, $"installsim-{Environment.ProcessId}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            PreallocationSize = memory.TotalSize + (1L << 30),
        };
        IOException fault = Assert.Throws<IOException>(() => new FileStream(file, options).Dispose())!;
        Assert.That(WriteFaults.IsFull(fault), fault.Message);
        Assert.That(WriteFaults.IsFull(new IOException("the network is down")), Is.False);
        Assert.That(File.Exists(file), Is.False);
    }
}
