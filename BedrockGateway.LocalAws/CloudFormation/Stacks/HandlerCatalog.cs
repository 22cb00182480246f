using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>The resource types that this emulator can make.</summary>
internal sealed class HandlerCatalog(IEnumerable<IResourceHandler> handlers)
{
    private readonly Dictionary<string, IResourceHandler> _handlers =
        handlers.ToDictionary(handler => handler.Type, StringComparer.Ordinal);

    public IResourceHandler this[string type] => _handlers[type];

    /// <exception cref="AwsFault"><c>ValidationError</c>: types without a handler, all of them named.</exception>
    public void CheckTypes(IEnumerable<TemplateResource> resources)
    {
        var unknown = resources.Select(resource => resource.Type).Where(type => !_handlers.ContainsKey(type))
            .Distinct().ToArray();
        if (unknown.Length > 0)
        {
            throw ValidationFault.Of(
                $"Template format error: Unrecognized resource types: [{string.Join(", ", unknown)}]");
        }
    }
}
