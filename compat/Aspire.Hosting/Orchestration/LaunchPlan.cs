using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Turns the annotations of a resource into a process to start.</summary>
internal static class LaunchPlan
{
    public static async Task<ProcessPlan> MakeAsync(
        IResource resource,
        DistributedApplicationExecutionContext executionContext,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        var environment =
            new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken)
            {
                Logger = logger,
            };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToList())
        {
            await annotation.Callback(environment);
        }

        var arguments = new CommandLineArgsCallbackContext([], resource, cancellationToken)
        {
            ExecutionContext = executionContext,
            Logger = logger,
        };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToList())
        {
            await annotation.Callback(arguments);
        }

        return Plan(
            resource,
            await TextsAsync(arguments.Args, cancellationToken),
            await TextsAsync(environment.EnvironmentVariables, cancellationToken));
    }

    private static ProcessPlan Plan(
        IResource resource, List<string> arguments, Dictionary<string, string> environment)
    {
        if (resource is ExecutableResource executable)
        {
            return new(executable.Command, arguments, executable.WorkingDirectory, environment);
        }

        if (!resource.TryGetLastAnnotation<IProjectMetadata>(out var project))
        {
            throw new DistributedApplicationException(
                $"The resource '{resource.Name}' does not say which project it is.");
        }

        // The project's folder, as with `dotnet run`: that is where its appsettings.json lies.
        var folder = Path.GetDirectoryName(project.ProjectPath)!;
        return new(ProjectOutput.DotNet(), ["exec", ProjectOutput.Path(project), .. arguments], folder, environment);
    }

    private static async Task<List<string>> TextsAsync(IEnumerable<object> values, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var value in values)
        {
            if (await TextAsync(value, cancellationToken) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    private static async Task<Dictionary<string, string>> TextsAsync(
        Dictionary<string, object> values, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (name, value) in values)
        {
            if (await TextAsync(value, cancellationToken) is { } text)
            {
                texts[name] = text;
            }
        }

        return texts;
    }

    private static async ValueTask<string?> TextAsync(object value, CancellationToken cancellationToken) =>
        value is IValueProvider provider
            ? await provider.GetValueAsync(cancellationToken)
            : value.ToString();
}
