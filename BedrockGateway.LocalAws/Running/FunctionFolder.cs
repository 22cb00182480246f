namespace BedrockGateway.LocalAws.Running;

/// <summary>Unpacked packages, each in a folder of its own below the system's temporary one.</summary>
internal static class FunctionFolder
{
    public static string Root => Path.Combine(Path.GetTempPath(), "bedrock-gateway-functions");

    /// <summary>Removes an unpacked package, or many, where nothing holds them.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Whatever still uses it, the system clears its temporary folder.
        }
    }
}
