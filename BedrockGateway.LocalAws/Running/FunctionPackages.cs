using System.IO.Compression;
using BedrockGateway.LocalAws.Lambda.Deployed;

namespace BedrockGateway.LocalAws.Running;

/// <summary>The code of deployed functions: the packages that were deployed, or one that stands in for all.</summary>
internal sealed class FunctionPackages
{
    private readonly Func<DeployedFunction, CancellationToken, Task<Stream?>> _open;
    private readonly string _root;
    private readonly string? _file;

    /// <summary>What was deployed to an emulator.</summary>
    public FunctionPackages(DeployedFunctionsClient client)
    {
        _root = FunctionFolder.Root;
        _open = (function, cancellationToken) => client.OpenPackageAsync(function.Package!, cancellationToken);
    }

    /// <summary>One package for every function, which tells from its handler what it is.</summary>
    /// <param name="file">Path of the zip file.</param>
    /// <param name="root">
    /// Folder that it is unpacked below, whose file system executes programs. What is in it goes.
    /// </param>
    public FunctionPackages(string file, string root)
    {
        _file = file;
        _root = root;
        _open = (_, _) => Task.FromResult<Stream?>(File.OpenRead(file));
        FunctionFolder.Remove(root);
    }

    /// <summary>Whether there is code for a function.</summary>
    public bool Has(DeployedFunction function) => _file is not null || function.Package is not null;

    /// <summary>
    /// Unpacks the code of a function, unless that was done for the same revision before.
    /// </summary>
    /// <returns>The folder; <see langword="null"/> where the function is no longer deployed.</returns>
    /// <exception cref="HttpRequestException">The package cannot be fetched.</exception>
    public async Task<string?> UnpackAsync(DeployedFunction function, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(_root, $"{function.Name}-{function.Revision}");
        if (Directory.Exists(folder))
        {
            return folder;
        }

        // Under another name until it is whole: whoever runs at the same time sees all of it or nothing.
        var partial = $"{folder}.{Environment.ProcessId}";
        await using (var package = await _open(function, cancellationToken))
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
}
