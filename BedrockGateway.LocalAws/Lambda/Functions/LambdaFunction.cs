using System.Collections.Immutable;
using System.Globalization;

namespace BedrockGateway.LocalAws.Lambda.Functions;

/// <summary>A function with its versions, aliases and resource policy.</summary>
/// <param name="Arn">ARN without a qualifier.</param>
/// <param name="Settings">Configuration of <c>$LATEST</c>.</param>
internal sealed record LambdaFunction(string Arn, FunctionSettings Settings)
{
    /// <summary>Numbers are not used again after a version is deleted.</summary>
    public int LastVersion { get; init; }

    public ImmutableDictionary<string, FunctionSettings> Versions { get; init; } =
        ImmutableDictionary<string, FunctionSettings>.Empty;

    /// <summary>Version that each alias points to.</summary>
    public ImmutableDictionary<string, string> Aliases { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Statements of the resource policy by their id.</summary>
    public ImmutableDictionary<string, PolicyStatement> Policy { get; init; } =
        ImmutableDictionary<string, PolicyStatement>.Empty;

    /// <summary>This function with <c>$LATEST</c> frozen under the next number.</summary>
    public LambdaFunction PublishVersion(string? description)
    {
        var number = (LastVersion + 1).ToString(CultureInfo.InvariantCulture);
        var frozen = Settings with { Description = description ?? Settings.Description };
        return this with { LastVersion = LastVersion + 1, Versions = Versions.SetItem(number, frozen) };
    }

    /// <summary>What a qualifier stands for; <see langword="null"/> where it is no version or alias.</summary>
    public FunctionTarget? Resolve(string? qualifier)
    {
        var arn = qualifier is null ? Arn : $"{Arn}:{qualifier}";
        var version = qualifier is null ? FunctionReference.Latest : Aliases.GetValueOrDefault(qualifier, qualifier);
        var settings = version == FunctionReference.Latest ? Settings : Versions.GetValueOrDefault(version);
        return settings is null ? null : new(arn, version, settings);
    }
}

/// <summary>What an invocation runs.</summary>
/// <param name="Arn">ARN as it was invoked, with the qualifier that the caller named.</param>
/// <param name="Version"><c>$LATEST</c> or the number of a version.</param>
/// <param name="Settings">Configuration of that version.</param>
internal sealed record FunctionTarget(string Arn, string Version, FunctionSettings Settings);
