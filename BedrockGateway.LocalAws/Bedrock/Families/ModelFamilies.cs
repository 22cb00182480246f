using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>The families by name.</summary>
internal sealed class ModelFamilies(IEnumerable<IModelFamily> families)
{
    private readonly Dictionary<string, IModelFamily> _byName =
        families.ToDictionary(family => family.Name, StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>NotImplemented</c>: the model's replies are not emulated.</exception>
    public IModelFamily Of(FoundationModel model) =>
        model.Family is { } name
            ? _byName[name]
            : throw AwsFault.NotEmulated("bedrock-runtime", $"InvokeModel of {model.Id}");
}
