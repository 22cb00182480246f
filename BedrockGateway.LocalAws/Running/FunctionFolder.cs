using System.IO.Compression;
using BedrockGateway.LocalAws.Lambda.Deployed;

namespace BedrockGateway.LocalAws.Running;

/// <summary>Unpacked packages, each in a folder of its own below the system's temporary one.</summary>
internal static class FunctionFolder
{
    public static string Root => Path.Combine(Path.GetTempPath(), "bedrock-gateway-functions");

    /// <summary>
    /// Fetches and unpacks the code of a function, unless that was done for the same revision before.
    /// </summary>
    /// <returns>The folder; <see langword="null"/> where the function is no longer deployed.</returns>
    /// <exception cref="HttpRequestException">The package cannot be fetched.</exception>
    public static async Task<string?> UnpackAsync(
        DeployedFunctionsClient client, DeployedFunction function, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Root, $"{function.Name}-{function.Revision}");
        if (Directory.Exists(folder))
        {
            return folder;
        }

        // Under another name until it is whole: whoever runs at the same time sees all of it or nothing.
        var partial = $"{folder}.{Environment.ProcessId}";
        await using (var package = await client.OpenPackageAsync(function.Package!, cancellationToken))
        {
            if (package is null)
            {
                return null;
            }

            await ZipFile.ExtractToDirectoryAsync(package, partial, overwriteFiles: true, cancellationToken);
        }

        try
        {
            Directory.Move(partial, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(partial, recursive: true);
        }

        return folder;
    }

    /// <summary>Removes an unpacked package, where nothing holds it.</summary>
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
